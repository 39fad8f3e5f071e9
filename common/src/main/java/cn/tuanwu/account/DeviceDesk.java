package cn.tuanwu.account;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Where an account is signed in. A device that is ended here opens nothing from the next request on, on every node. */
@Service
public class DeviceDesk {
    private static final Duration SEEN_EVERY = Duration.ofMinutes(10);
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private final DeviceRows rows;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    DeviceDesk(DeviceRows rows, AuditDesk audit, Ids ids, Clock clock, Tx tx) {
        this.rows = rows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** @param label for people: what kind of device it is */
    public long open(long accountId, String label) {
        Instant now = clock.instant();
        long id = ids.next();
        tx.run(() -> {
            rows.forget(accountId, now.minus(REMEMBERED));
            rows.insert(id, accountId, label, now);
        });
        return id;
    }

    /** Whether the account is there and signed in on this device; remembers now and then that it was seen. */
    public boolean isOpen(long accountId, long id) {
        Instant seen = rows.seen(id, accountId);
        Instant now = clock.instant();
        if (seen != null && seen.plus(SEEN_EVERY).isBefore(now)) {
            tx.run(() -> rows.see(id, now));
        }
        return seen != null;
    }

    /** Where the caller is signed in, the latest first. */
    public List<Device> list(Caller.OwnAccount caller) {
        return rows.open(caller.accountId());
    }

    /** @return false when the caller is signed in on no such device */
    public boolean end(Caller.OwnAccount caller, long id) {
        return tx.write(() -> {
            boolean ended = rows.end(id, caller.accountId(), clock.instant()) == 1;
            if (ended) {
                audit.append(caller.actor(), "device.signed-out", "account", caller.accountId(), null);
            }
            return ended;
        });
    }

    /** Everywhere, this device included. */
    public void endAll(Caller.OwnAccount caller) {
        tx.run(() -> {
            int ended = rows.endAll(caller.accountId(), clock.instant());
            audit.append(caller.actor(), "device.signed-out-everywhere", "account", caller.accountId(), "" + ended);
        });
    }

    /** Everywhere but here. */
    public void endOthers(Caller.OwnAccount caller, long kept) {
        tx.run(() -> {
            int ended = rows.endOthers(caller.accountId(), kept, clock.instant());
            audit.append(caller.actor(), "device.others-signed-out", "account", caller.accountId(), "" + ended);
        });
    }

    public record Device(long id, String label, Instant openedAt, Instant seenAt) {}
}
