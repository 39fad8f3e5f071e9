package cn.tuanwu.push;

import cn.tuanwu.kernel.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Lends and settles pushes. Enqueue inside the transaction of the cause; claim, then send outside any transaction, then
 * settle. A worker that dies keeps its lease until it ends, then another takes over; time is the database's.
 */
@Service
public class PushDesk {
    private final OutboxRows rows;
    private final Ids ids;

    PushDesk(OutboxRows rows, Ids ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /** Keeps the push unless one with its key is there already. Call inside the transaction that causes it. */
    public void enqueue(Push push) {
        rows.insert(ids.next(), push.kind(), push.subject(), push.receiver(), push.key(), micros(push.after()));
    }

    /** Lets a push that waits for its time go now. */
    public void hasten(String key) {
        rows.hasten(key);
    }

    /** Takes back a push that is not needed any more; one already lent is left to its worker. */
    public void cancel(String key, String why) {
        rows.cancel(key, why);
    }

    /** Lends up to {@code max} due pushes to {@code owner} for {@code lease}. Each is committed before this returns. */
    public List<Claimed> claim(String owner, int max, Duration lease) {
        List<Claimed> claimed = new ArrayList<>();
        for (OutboxRow row : rows.due(max)) {
            if (rows.claim(row.id, row.claimNo, owner, micros(lease)) == 1) {
                claimed.add(new Claimed(row.id, row.kind, row.subjectId, row.receiver, row.claimNo + 1, row.attempts));
            }
        }
        return claimed;
    }

    /** @return false when the lease was lost meanwhile: someone else has it, nothing was changed */
    public boolean settle(Claimed push, Next next) {
        if (next instanceof Next.Later later) {
            int untried = later.tried() ? 0 : 1;
            return rows.later(push.id(), push.claim(), micros(later.after()), later.why(), untried) == 1;
        }
        if (next instanceof Next.Never never) {
            return rows.settle(push.id(), push.claim(), "DEAD", never.why()) == 1;
        }
        if (next instanceof Next.Skip skip) {
            return rows.settle(push.id(), push.claim(), "SKIPPED", skip.why()) == 1;
        }
        return rows.settle(push.id(), push.claim(), "DONE", null) == 1;
    }

    /** Pushes due or lent, for readiness and for tests that wait until all is said. */
    public int open() {
        return rows.open();
    }

    /** What could not be sent and waits for someone to decide, oldest first. */
    public List<DeadLetter> dead(int max) {
        return rows.dead(max).stream().map(DeadLetter::of).toList();
    }

    /** Puts a dead letter back into the queue. Its handler looks again whether there is still something to say. */
    public boolean resend(long id) {
        return rows.resend(id) == 1;
    }

    /** @return how many were put back */
    public int resendAll() {
        int all = 0;
        for (int some = rows.resendSome(); some > 0; some = rows.resendSome()) {
            all += some;
        }
        return all;
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
