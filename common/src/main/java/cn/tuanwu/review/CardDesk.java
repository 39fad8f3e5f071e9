package cn.tuanwu.review;

import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keeps the life of each operator's card: due, sent, its newest response code, closed. */
@Service
public class CardDesk {
    /** A response code is good for 72 hours; the last hour is left to clocks and queues. */
    private static final Duration CODE_VALID = Duration.ofHours(71);

    /** The platform waits five seconds for the answer to a tap. */
    private static final Duration ANSWER_FIRST = Duration.ofSeconds(5);

    private final ReviewCardRows rows;
    private final ReviewTaskRows tasks;
    private final PushDesk pushes;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    CardDesk(ReviewCardRows rows, ReviewTaskRows tasks, PushDesk pushes, Ids ids, Clock clock, Tx tx) {
        this.rows = rows;
        this.tasks = tasks;
        this.pushes = pushes;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    public Optional<ReviewCard> find(long taskId, long staffId) {
        return Optional.ofNullable(rows.find(taskId, staffId)).map(ReviewCardRow::card);
    }

    /** The platform took the card. If the task was decided meanwhile the card is closed again at once. */
    public void sent(long taskId, long staffId, String messageId, String responseCode) {
        tx.run(() -> {
            rows.sent(taskId, staffId, messageId, responseCode, clock.instant());
            if (tasks.find(taskId).state != ReviewTask.State.OPEN) {
                pushes.enqueue(late(taskId, staffId));
            }
        });
    }

    /** The operator tapped: each tap brings a fresh code, and the older one is not needed. */
    public void tapped(long taskId, long staffId, String responseCode) {
        tx.run(() -> rows.freshCode(taskId, staffId, responseCode, clock.instant()));
    }

    /** A code that can still be used, or empty. */
    public Optional<String> usableCode(ReviewCard card) {
        Instant oldest = clock.instant().minus(CODE_VALID);
        return Optional.ofNullable(card.responseCode())
                .filter(code -> card.responseCodeAt().isAfter(oldest));
    }

    /** The card on the phone shows the end. */
    public void closed(long taskId, long staffId) {
        tx.run(() -> rows.settle(taskId, staffId, ReviewCard.State.CLOSED, clock.instant()));
    }

    /** The card was closed in the answer to the operator's own tap: the push that would do it is not needed. */
    public void closedInReply(long taskId, long staffId) {
        tx.run(() -> {
            rows.settle(taskId, staffId, ReviewCard.State.CLOSED, clock.instant());
            pushes.cancel(close(taskId, staffId).key(), "closed in the reply");
        });
    }

    /** The card can't be updated any more; a late tap will be answered with the truth. */
    public void lost(long taskId, long staffId) {
        tx.run(() -> rows.settle(taskId, staffId, ReviewCard.State.LOST, clock.instant()));
    }

    void open(long taskId, long staffId) {
        rows.insert(ids.next(), taskId, staffId);
        pushes.enqueue(Push.now(PushKind.REVIEW_CARD, taskId, staffId));
    }

    /**
     * Joins the decision's transaction.
     *
     * @param tapped whose card will change in the answer to the tap: its push waits and is needed only when that fails;
     *     null when nobody tapped
     */
    void closeAll(long taskId, Long tapped) {
        for (ReviewCardRow card : rows.ofTask(taskId)) {
            pushes.cancel(Push.now(PushKind.REVIEW_CARD, taskId, card.staffId).key(), "decided before it was sent");
            boolean answered = tapped != null && tapped == card.staffId;
            pushes.enqueue(close(taskId, card.staffId).after(answered ? ANSWER_FIRST : Duration.ZERO));
        }
    }

    private static Push close(long taskId, long staffId) {
        return Push.now(PushKind.REVIEW_CARD_CLOSE, taskId, staffId);
    }

    private static Push late(long taskId, long staffId) {
        Push close = close(taskId, staffId);
        return new Push(close.kind(), taskId, close.receiver(), close.key() + ":late", Duration.ZERO);
    }
}
