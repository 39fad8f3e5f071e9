package cn.tuanwu.erasure;

import cn.tuanwu.account.AccountClosing;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.registration.Erasure;
import cn.tuanwu.registration.ErasureHold;
import cn.tuanwu.registration.History;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Carries out what review decided about a request, in review's transaction, and afterwards the erasure itself: all rows in
 * one transaction, the files after it. A node that dies in between leaves it to another.
 */
@Service
public class Farewell {
    private static final Duration TELLING = Duration.ofSeconds(5);
    private static final String REASON = "WISH";

    private final ErasureRequestRows rows;
    private final ErasureBook book;
    private final ErasureHold hold;
    private final Erasure erasure;
    private final AccountClosing accounts;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    Farewell(
            ErasureRequestRows rows,
            ErasureBook book,
            ErasureHold hold,
            Erasure erasure,
            AccountClosing accounts,
            AuditDesk audit,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.book = book;
        this.hold = hold;
        this.erasure = erasure;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    /** From now on nothing stops it. Refused with ERASURE_MOVED_ON. */
    public Outcome<ErasureRequest> agree(long id, String actor, String by) {
        if (rows.end(id, ErasureRequest.State.AGREED, clock.instant(), actor, by, null) == 0) {
            return Outcome.refused(ErasureRequest.MOVED_ON);
        }
        return Outcome.done(book.find(id).orElseThrow());
    }

    /** Everything stays; the member reads why. Refused with ERASURE_MOVED_ON. */
    public Outcome<ErasureRequest> sendBack(long id, String actor, String by, String reason) {
        if (rows.end(id, ErasureRequest.State.RETURNED, clock.instant(), actor, by, reason) == 0) {
            return Outcome.refused(ErasureRequest.MOVED_ON);
        }
        ErasureRequest returned = book.find(id).orElseThrow();
        hold.release(returned.registrationId(), History.What.ERASURE_RETURNED, by, reason);
        return Outcome.done(returned);
    }

    /** What is agreed to and not carried out yet; a moment later, so that its member can be told while there is a way. */
    public List<Long> due() {
        return rows.agreed(clock.instant().minus(TELLING));
    }

    /** Removes every row; the files go afterwards. A second call changes nothing. */
    public void carryOut(long id) {
        tx.run(() -> {
            ErasureRequestRow row = rows.find(id);
            accounts.hold(row.accountId);
            if (rows.done(id, clock.instant()) == 0) {
                return;
            }
            erasure.erasePerson(row.accountId, row.decidedBy, REASON);
            rows.unsay(row.accountId);
            audit.appendAt(row.branchId, row.decidedBy, "erasure.done", "account", row.accountId, null);
        });
    }
}
