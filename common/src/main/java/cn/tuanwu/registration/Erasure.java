package cn.tuanwu.registration;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.trace.Erasings;
import cn.tuanwu.trace.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import org.springframework.stereotype.Component;

/**
 * Erases a registration with everything the member typed, in every room, and sets a tombstone for one that was approved:
 * number, branch, months, a keyed hash of the document, when, by whom, why. A number that was used is void from then on; one
 * that was reserved is free. Joins the transaction of the cause; files go after it.
 */
@Component
public class Erasure {
    private final RegistrationRows rows;
    private final ErasureRows stones;
    private final Traces traces;
    private final Erasings erasings;
    private final Ids ids;
    private final Clock clock;

    Erasure(RegistrationRows rows, ErasureRows stones, Traces traces, Erasings erasings, Ids ids, Clock clock) {
        this.rows = rows;
        this.stones = stones;
        this.traces = traces;
        this.erasings = erasings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The account stays. Publishes {@link Registration.Erased}, on which the other rooms let go of what waits, then
     * {@link Registration.Stepped}.
     *
     * @param actor kind:id of who decided it
     * @param reason a code of at most 20 letters
     * @return false when there is none such
     */
    public boolean erase(long registrationId, String actor, String reason) {
        RegistrationRow row = rows.lock(registrationId);
        if (row == null) {
            return false;
        }
        bury(row, actor, reason);
        erasings.erase(traces.of(row));
        return true;
    }

    /** As {@link #erase}, and the account goes with it. */
    public void erasePerson(long accountId, String actor, String reason) {
        Person person = traces.of(accountId);
        if (person.registrationId() != null) {
            bury(rows.lock(person.registrationId()), actor, reason);
        }
        erasings.erase(person);
    }

    private void bury(RegistrationRow row, String actor, String reason) {
        if (!row.state.isMember() && !row.state.isLeft()) {
            return;
        }
        Instant now = clock.instant();
        TombstoneRow stone = new TombstoneRow();
        stone.id = ids.next();
        stone.number = row.memberNumber;
        stone.branchId = row.branchId;
        stone.joinMonth = row.joinMonth;
        stone.endMonth = YearMonth.from(ChinaTime.date(now)).toString();
        stone.documentBlind = traces.tombstone(row);
        stone.endedAt = now;
        stone.endedBy = actor;
        stone.reason = reason;
        stones.bury(stone);
    }
}
