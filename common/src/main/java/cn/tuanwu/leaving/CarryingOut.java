package cn.tuanwu.leaving;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.rebind.Handover;
import cn.tuanwu.rebind.RebindBook;
import cn.tuanwu.rebind.Rebinding;
import cn.tuanwu.registration.Departure;
import cn.tuanwu.registration.Departure.Standing;
import cn.tuanwu.registration.Erasure;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.transfer.Stopping;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What was agreed to happens: the member leaves, comes back, or the registration is erased. Whatever else is open ends before.
 * Joins the transaction of the decision; the registration is locked.
 */
@Component
class CarryingOut {
    private final LeavingRules judging;
    private final Departure departure;
    private final Erasure erasure;
    private final Stopping transfers;
    private final RebindBook rebindings;
    private final Handover handover;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;

    CarryingOut(
            LeavingRules judging,
            Departure departure,
            Erasure erasure,
            Stopping transfers,
            RebindBook rebindings,
            Handover handover,
            OrgDesk organisations,
            AuditDesk audit,
            ApplicationEventPublisher events) {
        this.judging = judging;
        this.departure = departure;
        this.erasure = erasure;
        this.transfers = transfers;
        this.rebindings = rebindings;
        this.handover = handover;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
    }

    /** Refused with LEAVING_MOVED_ON, LEAVING_BRANCH_CLOSED. */
    Outcome<Boolean> carryOut(Standing standing, Leaving.Kind kind, Leaving.Cause cause, String actor, String by) {
        return switch (kind) {
            case AT_28 -> leave(standing, Registration.State.LEFT_AT_28, kind, actor, by);
            case VOLUNTARY -> leave(standing, Registration.State.LEFT_VOLUNTARILY, kind, actor, by);
            case RESTORE -> comeBack(standing, by);
            case DELETION -> erase(standing, cause, actor, by);
        };
    }

    private Outcome<Boolean> leave(
            Standing standing, Registration.State to, Leaving.Kind kind, String actor, String by) {
        endTheRest(standing, kind, actor, by);
        boolean left = departure.leave(
                standing.registrationId(), to, by, standing.branch().name());
        return left ? Outcome.done(true) : Outcome.refused(Leaving.MOVED_ON);
    }

    private Outcome<Boolean> comeBack(Standing standing, String by) {
        Optional<Organisation> branch =
                organisations.holdBranch(standing.branch().id());
        if (branch.isEmpty()) {
            return Outcome.refused(judging.closed(standing.branch()));
        }
        boolean back = departure.comeBack(
                standing.registrationId(), branch.get(), by, branch.get().name());
        return back ? Outcome.done(true) : Outcome.refused(Leaving.MOVED_ON);
    }

    private Outcome<Boolean> erase(Standing standing, Leaving.Cause cause, String actor, String by) {
        endTheRest(standing, Leaving.Kind.DELETION, actor, by);
        boolean erased = erasure.erase(standing.registrationId(), actor, cause.name());
        return erased ? Outcome.done(true) : Outcome.refused(Leaving.MOVED_ON);
    }

    /** A form that waits ends in its own room, on hearing that the member left. */
    private void endTheRest(Standing standing, Leaving.Kind kind, String actor, String by) {
        transfers.stop(standing.registrationId(), actor, "团员已办理" + kind.label());
        rebindings.openOf(standing.accountId()).ifPresent(open -> {
            audit.append(actor, "rebinding.returned", "account", open.accountId(), null);
            handover.sendBack(open.id(), by, "该团员已办理" + kind.label());
            events.publishEvent(new Rebinding.Ended(open.id()));
        });
    }
}
