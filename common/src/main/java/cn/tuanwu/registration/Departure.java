package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes a member out of the league and back, and holds the record still while that is asked for. Joins the transaction of the
 * cause.
 */
@Component
public class Departure {
    public static final Refusal OPEN = Refusal.of("LEAVING_OPEN", "有一项离团、恢复团籍或删除报到的申请正在办理，办结前不能修改资料或办理其他业务。");

    private final RegistrationRows rows;
    private final DepartureRows departures;
    private final EditRows edits;
    private final OrgDesk organisations;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Departure(
            RegistrationRows rows,
            DepartureRows departures,
            EditRows edits,
            OrgDesk organisations,
            History history,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.departures = departures;
        this.edits = edits;
        this.organisations = organisations;
        this.history = history;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Empty before the first submission. */
    public Optional<Standing> of(long registrationId) {
        return standing(rows.find(registrationId));
    }

    public Optional<Standing> of(Caller.OwnAccount caller) {
        return standing(rows.byAccount(caller.accountId()));
    }

    /** Moves of one member happen one after the other until the transaction ends. */
    public Optional<Standing> lock(long registrationId) {
        return standing(rows.lock(registrationId));
    }

    /**
     * Nothing else begins until {@link #release}, {@link #leave} or {@link #comeBack}.
     *
     * @param who the name of who asks; null: the member
     * @return false when something else was quicker: nothing was changed
     */
    public boolean begin(Standing standing, String who, String note) {
        boolean begun = departures.begin(standing.registrationId(), standing.version()) == 1;
        if (begun) {
            history.add(standing.registrationId(), History.What.LEAVING_STARTED, who, note);
        }
        return begun;
    }

    /** @param who the name of who ended it; null: the member */
    public void release(long registrationId, String who, String note) {
        if (departures.release(registrationId) == 1) {
            history.add(registrationId, History.What.LEAVING_ENDED, who, note);
        }
    }

    /**
     * No member from now on; a change that waits ends with it. Re-bindings and transfers were ended before. Publishes
     * {@link Registration.Withdrawn} for the change.
     *
     * @param to one of the states of those who left
     * @return false when it is no member, or something is still under way: nothing was changed
     */
    public boolean leave(long registrationId, Registration.State to, String who, String note) {
        RegistrationRow row = rows.lock(registrationId);
        if (row == null || departures.leave(registrationId, to, clock.instant()) == 0) {
            return false;
        }
        endEdit(row);
        departures.dismiss(registrationId);
        history.add(registrationId, History.What.valueOf(to.name()), who, note);
        return true;
    }

    /** A member of that branch again. False when nobody left: nothing was changed. */
    public boolean comeBack(long registrationId, Organisation branch, String who, String note) {
        boolean back = departures.comeBack(registrationId, branch.id()) == 1;
        if (back) {
            rows.admit(ids.next(), registrationId, clock.instant());
            history.add(registrationId, History.What.RESTORED, who, note);
        }
        return back;
    }

    private void endEdit(RegistrationRow row) {
        if (!row.state.isEdit()) {
            return;
        }
        EditRow edit = edits.latest(row.id);
        if (row.state == Registration.State.EDIT_PENDING) {
            edits.end(edit.id, Edit.State.WITHDRAWN, null, clock.instant(), null);
            events.publishEvent(new Registration.Withdrawn(row.id, row.version));
        } else {
            edits.drop(edit.id);
        }
    }

    private Optional<Standing> standing(RegistrationRow row) {
        return Optional.ofNullable(row)
                .filter(found -> found.branchId != null)
                .map(found -> new Standing(
                        found.id,
                        found.accountId,
                        found.state,
                        found.version,
                        organisations.find(found.branchId).orElseThrow(),
                        found.name,
                        found.birthDate,
                        found.cadre,
                        found.leaving,
                        Business.refusal(found)));
    }

    /**
     * Where somebody stands, and what stands in the way.
     *
     * @param name in clear: mask it before it is shown
     * @param leaving something is asked for already
     * @param busy why the member may begin nothing now, if so
     */
    public record Standing(
            long registrationId,
            long accountId,
            Registration.State state,
            int version,
            Organisation branch,
            String name,
            LocalDate birthDate,
            boolean cadre,
            boolean leaving,
            Optional<Refusal> busy) {
        @Override
        public String toString() {
            return "Standing[" + registrationId + " " + state + "]";
        }
    }
}
