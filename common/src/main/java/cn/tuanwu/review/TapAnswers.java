package cn.tuanwu.review;

import cn.tuanwu.push.PushDesk;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What it takes to answer a tap after the platform stopped waiting for the answer. */
@Service
public class TapAnswers {
    private final ReviewCardRows rows;
    private final CardDesk cards;
    private final PushDesk pushes;
    private final Clock clock;

    TapAnswers(ReviewCardRows rows, CardDesk cards, PushDesk pushes, Clock clock) {
        this.rows = rows;
        this.cards = cards;
        this.pushes = pushes;
        this.clock = clock;
    }

    /** The code a card had before its last tap: good for one update that leaves the newest for closing it some day. */
    public Optional<String> spareCode(ReviewCard card) {
        return Optional.ofNullable(rows.spareCode(card, clock.instant().minus(CardDesk.CODE_VALID)));
    }

    public void spareUsed(ReviewCard card, String code) {
        rows.spareUsed(card, code);
    }

    /** The push that closes this operator's cards need not wait any more for the answer that would have done it. */
    public void closeNow(long taskId, long staffId) {
        cards.find(taskId, staffId)
                .ifPresent(newest -> pushes.hasten(CardPushes.close(newest).key()));
    }
}
