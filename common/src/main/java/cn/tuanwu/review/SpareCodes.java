package cn.tuanwu.review;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The response code a card had before its last tap: good for one update that leaves the newest code for closing the card
 * some day.
 */
@Service
public class SpareCodes {
    private final ReviewCardRows rows;
    private final Clock clock;

    SpareCodes(ReviewCardRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public Optional<String> of(ReviewCard card) {
        return Optional.ofNullable(rows.spareCode(card, clock.instant().minus(CardDesk.CODE_VALID)));
    }

    public void used(ReviewCard card, String code) {
        rows.spareUsed(card, code);
    }
}
