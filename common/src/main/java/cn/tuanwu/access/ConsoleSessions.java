package cn.tuanwu.access;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Where someone is signed in at the console. What is ended here opens nothing from the next request on, on every node. */
@Service
public class ConsoleSessions {
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);
    private static final Duration IDLE = Duration.ofMinutes(35);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final ConsoleSessionRows rows;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    ConsoleSessions(ConsoleSessionRows rows, AuditDesk audit, Ids ids, Clock clock, Tx tx) {
        this.rows = rows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * Kept together with the line of the audit.
     *
     * @param label for people: what kind of device it is
     * @param action how the seat was taken: "org-account.signed-in", "staff.signed-in", "staff.switched"
     */
    public long open(Seat seat, String label, String action) {
        Instant now = clock.instant();
        long id = ids.next();
        String[] who = seat.actor().split(":");
        tx.run(() -> {
            rows.forget(now.minus(REMEMBERED));
            rows.insert(id, seat.actor(), seat.organisation().id(), label, now);
            audit.appendAt(seat.organisation().id(), seat.actor(), action, who[0], Long.parseLong(who[1]), null);
        });
        return id;
    }

    /** Remembers now and then that it was seen. */
    public boolean isOpen(long id, String who) {
        Instant seen = rows.seen(id, who);
        Instant now = clock.instant();
        if (seen != null && seen.plus(SEEN_EVERY).isBefore(now)) {
            tx.run(() -> rows.see(id, now));
        }
        return seen != null;
    }

    /** Where the caller is signed in, the latest first. */
    public List<Open> list(Caller.Seated caller) {
        return rows.open(caller.actor(), clock.instant().minus(IDLE));
    }

    /** @return false when the caller has no such session */
    public boolean end(Caller.Seated caller, long id) {
        return tx.write(() -> {
            boolean ended = rows.end(id, caller.actor(), clock.instant()) == 1;
            if (ended) {
                audit.appendAt(caller.organisation().id(), caller.actor(), "session.ended", "session", id, null);
            }
            return ended;
        });
    }

    /** Joins the transaction of what ends them. */
    int endAll(String who) {
        return rows.endAll(who, clock.instant());
    }

    /** @param place the organisation it was opened for */
    public record Open(long id, String label, String place, Instant openedAt, Instant seenAt) {}
}
