package cn.tuanwu.erasure;

import cn.tuanwu.account.AccountClosing;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.registration.Departing;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.Traces;
import cn.tuanwu.trace.Erasings;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Carries out what review decided about a request, in review's transaction, and afterwards the erasure itself: all rows in
 * one transaction, the files after it. A node that dies in between leaves it to another.
 */
@Service
public class Farewell {
    private final ErasureRows rows;
    private final ErasureBook book;
    private final Departing departing;
    private final Traces traces;
    private final Erasings erasings;
    private final Tombstones tombstones;
    private final AccountClosing accounts;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    Farewell(
            ErasureRows rows,
            ErasureBook book,
            Departing departing,
            Traces traces,
            Erasings erasings,
            Tombstones tombstones,
            AccountClosing accounts,
            AuditDesk audit,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.book = book;
        this.departing = departing;
        this.traces = traces;
        this.erasings = erasings;
        this.tombstones = tombstones;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    /** From now on nothing stops it. Refused with ERASURE_MOVED_ON. */
    public Outcome<Erasure> agree(long id, String actor, String by) {
        if (rows.end(id, Erasure.State.AGREED, clock.instant(), actor, by, null) == 0) {
            return Outcome.refused(Erasure.MOVED_ON);
        }
        return Outcome.done(book.find(id).orElseThrow());
    }

    /** Everything stays; the member reads why. Refused with ERASURE_MOVED_ON. */
    public Outcome<Erasure> sendBack(long id, String actor, String by, String reason) {
        if (rows.end(id, Erasure.State.RETURNED, clock.instant(), actor, by, reason) == 0) {
            return Outcome.refused(Erasure.MOVED_ON);
        }
        Erasure returned = book.find(id).orElseThrow();
        departing.release(returned.registrationId(), History.What.ERASURE_RETURNED, by, reason);
        return Outcome.done(returned);
    }

    /** What is agreed to and not carried out yet. */
    public List<Long> due() {
        return rows.agreed();
    }

    /** Removes every row; the files go afterwards. A second call changes nothing. */
    public void carryOut(long id) {
        tx.run(() -> {
            ErasureRow row = rows.find(id);
            accounts.hold(row.accountId);
            if (rows.done(id, clock.instant()) == 0) {
                return;
            }
            departing.lock(row.registrationId).ifPresent(leaver -> tombstones.raise(leaver, row.decidedBy));
            erasings.erase(traces.of(row.accountId));
            rows.unsay(row.accountId);
            audit.appendAt(row.branchId, row.decidedBy, "erasure.done", "account", row.accountId, null);
        });
    }
}
