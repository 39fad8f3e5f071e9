package cn.tuanwu.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** What waits for whom, and what follows when it waits too long: digest, superior (product §5). */
@Service
public class WaitingDesk {
    /** More than this many tasks are told in one digest a day, not one by one. */
    public static final int DIGEST_ABOVE = 20;

    private static final Duration BATCH_COMING = Duration.ofSeconds(30);

    private final ReviewTaskRows rows;
    private final ReviewTasks tasks;
    private final Deciders deciders;
    private final CardDesk cards;
    private final PushDesk pushes;
    private final QuietHours quiet;
    private final Clock clock;
    private final Tx tx;

    WaitingDesk(
            ReviewTaskRows rows,
            ReviewTasks tasks,
            Deciders deciders,
            CardDesk cards,
            PushDesk pushes,
            QuietHours quiet,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.tasks = tasks;
        this.deciders = deciders;
        this.cards = cards;
        this.pushes = pushes;
        this.quiet = quiet;
        this.clock = clock;
        this.tx = tx;
    }

    /** How many open tasks this person holds a card of. */
    public int count(long staffId) {
        return rows.waitingFor(staffId);
    }

    /** How many of them wait for longer. */
    public int count(long staffId, Duration longerThan) {
        return rows.waitingSince(staffId, clock.instant().minus(longerThan));
    }

    /** The newest of them, newest first. */
    public List<ReviewTask> newest(long staffId, int most) {
        return tasks.all(rows.newestFor(staffId, null, Long.MAX_VALUE, most));
    }

    /**
     * A page of what waits for the caller, newest first; without what stopped being theirs a moment ago.
     *
     * @param kind null for all
     * @param before the {@link Page#next} of the page before, null for the first
     */
    public Page page(Caller.Staff caller, ReviewTask.Kind kind, Long before, int most) {
        List<ReviewTask> found =
                tasks.all(rows.newestFor(caller.staffId(), kind, before == null ? Long.MAX_VALUE : before, most));
        Long next = found.size() < most ? null : found.get(most - 1).id();
        return new Page(
                found.stream()
                        .filter(task -> deciders.mayDecide(caller.staffId(), task))
                        .toList(),
                next);
    }

    /** What this person decided since then, through whichever door. */
    public Decided decidedBy(long staffId, Instant since) {
        String actor = "staff:" + staffId;
        return new Decided(
                rows.decidedBy(actor, ReviewTask.State.APPROVED, since),
                rows.decidedBy(actor, ReviewTask.State.RETURNED, since));
    }

    /**
     * Gives the superior's operators and admins cards of a task nobody decided. A second call, or one after the decision,
     * changes nothing.
     */
    public void escalate(long taskId) {
        tx.run(() -> {
            if (rows.escalate(taskId, clock.instant()) == 1) {
                ReviewTask task = tasks.find(taskId).orElseThrow();
                cards.deal(taskId, deciders.of(task), Duration.ZERO);
            }
        });
    }

    /** Brings the cards of the open tasks there and below in line with who may decide now. */
    public void deal(Organisation organisation) {
        tx.run(() -> {
            Duration night = quiet.left(clock.instant());
            for (ReviewTask task : tasks.openWithin(organisation)) {
                cards.deal(task.id(), deciders.of(task), night);
            }
        });
    }

    /** Today's digest for this person, unless it was asked for today already. */
    public void digestToday(long staffId) {
        LocalDate today = ChinaTime.date(clock.instant());
        tx.run(() -> pushes.enqueue(digest(staffId, today, Duration.ZERO)));
    }

    /** One digest for whatever of a batch came to this person, when most of it has come; asked again it is the same one. */
    public void digestOf(long transferBatch, long staffId) {
        Push push = Push.now(PushKind.REVIEW_DIGEST, staffId);
        String key = push.key() + ":batch:" + transferBatch;
        tx.run(() -> pushes.enqueue(new Push(push.kind(), staffId, "", key, BATCH_COMING)));
    }

    /** The next day's digest, for as long as too many wait. */
    public void digestTomorrow(long staffId) {
        Instant now = clock.instant();
        Duration wait = quiet.later(now, Duration.ofDays(1));
        tx.run(() -> pushes.enqueue(digest(staffId, ChinaTime.date(now.plus(wait)), wait)));
    }

    private static Push digest(long staffId, LocalDate day, Duration wait) {
        Push push = Push.now(PushKind.REVIEW_DIGEST, staffId);
        return new Push(push.kind(), staffId, "", push.key() + ":" + day, wait);
    }

    /** @param next null when nothing comes after */
    public record Page(List<ReviewTask> tasks, Long next) {}

    public record Decided(int approved, int returned) {}
}
