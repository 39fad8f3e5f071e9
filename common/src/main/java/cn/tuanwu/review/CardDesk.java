package cn.tuanwu.review;

import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.push.PushDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Keeps the life of each operator's cards: due, sent, its newest response code, tapped, closed, superseded, lost. */
@Service
public class CardDesk {
    /** A response code is good for 72 hours; the last hour is left to clocks and queues. */
    static final Duration CODE_VALID = Duration.ofHours(71);

    /** The platform waits five seconds for the answer to a tap. */
    private static final Duration ANSWER_FIRST = Duration.ofSeconds(5);

    private final ReviewCardRows rows;
    private final ReviewTaskRows tasks;
    private final PushDesk pushes;
    private final ReviewPace pace;
    private final QuietHours quiet;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    CardDesk(
            ReviewCardRows rows,
            ReviewTaskRows tasks,
            PushDesk pushes,
            ReviewPace pace,
            QuietHours quiet,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.tasks = tasks;
        this.pushes = pushes;
        this.pace = pace;
        this.quiet = quiet;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** The card that counts: the operator's newest. */
    public Optional<ReviewCard> find(long taskId, long staffId) {
        return all(taskId, staffId).stream().findFirst();
    }

    public Optional<ReviewCard> find(long taskId, long staffId, int edition) {
        return all(taskId, staffId).stream()
                .filter(card -> card.edition() == edition)
                .findFirst();
    }

    /** Every card of the task this operator ever held, newest first. */
    public List<ReviewCard> all(long taskId, long staffId) {
        return rows.of(taskId, staffId).stream().map(ReviewCardRow::card).toList();
    }

    /**
     * The platform took the card. If the task was decided meanwhile the card is closed again at once; else it is looked
     * at again before its code is too old to close it.
     */
    public void sent(ReviewCard card, String messageId, String responseCode) {
        tx.run(() -> {
            rows.sent(card, messageId, responseCode, clock.instant());
            boolean open = tasks.find(card.taskId()).state == ReviewTask.State.OPEN;
            pushes.enqueue(open ? CardPushes.renew(card, CODE_VALID) : CardPushes.closeAgain(card, "late"));
        });
    }

    /** Each tap brings a fresh code; the older one becomes the spare one. */
    public void tapped(ReviewCard card, String responseCode) {
        tx.run(() -> rows.tapped(card, responseCode, clock.instant()));
    }

    /** A code that can still be used, or empty. */
    public Optional<String> usableCode(ReviewCard card) {
        return Optional.ofNullable(card.responseCode())
                .filter(code -> untilTooOld(card).compareTo(Duration.ZERO) > 0);
    }

    /** How long the card can still be updated; zero or less when it can't. */
    public Duration untilTooOld(ReviewCard card) {
        return card.responseCodeAt() == null
                ? Duration.ZERO
                : Duration.between(clock.instant(), card.responseCodeAt().plus(CODE_VALID));
    }

    /** The card on the phone shows the end. */
    public void closed(ReviewCard card) {
        tx.run(() -> rows.close(card, clock.instant()));
    }

    /** A tap on a card that is over: when the answer does not reach the phone in time, a push closes the card. */
    public void answering(ReviewCard card, String occasion) {
        tx.run(() -> pushes.enqueue(CardPushes.closeAgain(card, occasion).after(ANSWER_FIRST)));
    }

    /** The card was closed in the answer to the operator's own tap: the pushes that would do it are not needed. */
    public void closedInReply(ReviewCard card, String occasion) {
        tx.run(() -> {
            rows.close(card, clock.instant());
            pushes.cancel(CardPushes.closeAgain(card, occasion).key(), "closed in the reply");
            List<ReviewCard> all = all(card.taskId(), card.staffId());
            if (all.stream()
                    .noneMatch(other -> other.isLive() || usableCode(other).isPresent())) {
                pushes.cancel(CardPushes.close(all.get(0)).key(), "closed in the reply");
            }
        });
    }

    /**
     * The card can't be updated any more: its operator is told in words, once. A late tap is answered with the truth.
     *
     * @return false when a tap brought a fresh code meanwhile, or the card is closed: nothing was changed
     */
    public boolean lost(ReviewCard card) {
        return tx.write(() -> {
            boolean lost = rows.lose(card, clock.instant()) == 1;
            if (lost) {
                pushes.enqueue(CardPushes.notice(card));
            }
            return lost;
        });
    }

    /**
     * Replaces a card nobody touched for so long that it can't be updated any more.
     *
     * @return false when it was tapped, closed or replaced meanwhile: nothing was changed
     */
    public boolean supersede(ReviewCard card) {
        return tx.write(() -> {
            Instant now = clock.instant();
            boolean superseded = rows.supersede(card, now.minus(CODE_VALID), now) == 1;
            if (superseded) {
                open(card.taskId(), card.staffId(), Duration.ZERO);
            }
            return superseded;
        });
    }

    /** Gives the operator a card, or the next one. Joins the transaction of the cause. */
    void open(long taskId, long staffId, Duration after) {
        int edition = find(taskId, staffId).map(ReviewCard::edition).orElse(0) + 1;
        rows.insert(ids.next(), taskId, staffId, edition, clock.instant());
        pushes.enqueue(CardPushes.send(find(taskId, staffId).orElseThrow()).after(after));
        Duration wait = pace.of(tasks.find(taskId).kind).remindAfter();
        pushes.enqueue(CardPushes.remind(taskId, staffId).after(quiet.later(clock.instant(), wait)));
    }

    /**
     * Joins the decision's transaction.
     *
     * @param tapped whose card will change in the answer to the tap: its push waits and is needed only when that fails;
     *     null when nobody tapped
     */
    void closeAll(long taskId, Long tapped) {
        for (ReviewCard card : newest(taskId)) {
            pushes.cancel(CardPushes.send(card).key(), "decided before it was sent");
            pushes.cancel(CardPushes.renew(card, CODE_VALID).key(), "decided");
            pushes.cancel(CardPushes.remind(taskId, card.staffId()).key(), "decided");
            boolean answered = tapped != null && tapped == card.staffId();
            pushes.enqueue(CardPushes.close(card).after(answered ? ANSWER_FIRST : Duration.ZERO));
        }
    }

    /** Brings an open task's cards in line with who may decide now; joins the transaction of the cause. */
    void deal(long taskId, Set<Long> deciders, Duration after) {
        Set<Long> holders = new HashSet<>();
        for (ReviewCard card : newest(taskId)) {
            if (card.isLive() && deciders.contains(card.staffId())) {
                holders.add(card.staffId());
            } else if (card.isLive()) {
                pushes.enqueue(CardPushes.closeAgain(card, "taken:" + ids.next()));
            }
        }
        deciders.stream().filter(staff -> !holders.contains(staff)).forEach(staff -> open(taskId, staff, after));
    }

    /** Each operator's card that counts. */
    List<ReviewCard> newest(long taskId) {
        Set<Long> seen = new HashSet<>();
        return rows.ofTask(taskId).stream()
                .map(ReviewCardRow::card)
                .filter(card -> seen.add(card.staffId()))
                .toList();
    }
}
