package cn.tuanwu.leaving;

import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.registration.Departure;
import cn.tuanwu.registration.Departure.Standing;
import cn.tuanwu.registration.Registration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Brings open wishes in line with what changed under them: whoever answers now is asked; a member who is another branch's now
 * asks there anew. In the transaction of the change.
 */
@Component
class LeavingShifts {
    private final LeavingRows rows;
    private final LeavingEnds ends;
    private final LeavingStart starting;
    private final Departure departure;
    private final ApplicationEventPublisher events;

    LeavingShifts(
            LeavingRows rows,
            LeavingEnds ends,
            LeavingStart starting,
            Departure departure,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.ends = ends;
        this.starting = starting;
        this.departure = departure;
        this.events = events;
    }

    @EventListener
    @Order(2)
    void moved(TreeDesk.OrganisationMoved moved) {
        realign(moved.organisation());
    }

    /** Also after a merging, when its members are in the other branch already. */
    @EventListener
    @Order(2)
    void closed(TreeDesk.OrganisationClosed closed) {
        realign(closed.organisation());
    }

    @EventListener
    void stepped(Registration.Stepped stepped) {
        LeavingRow open = rows.openOf(stepped.registrationId());
        Optional<Standing> standing = open == null ? Optional.empty() : departure.of(stepped.registrationId());
        if (standing.isPresent() && standing.get().branch().id() != open.branchId) {
            ends.end(open.id, Leaving.State.STOPPED, "system", LeavingEnds.NOBODY, "团员已转往其他团支部");
        }
    }

    private void realign(Organisation changed) {
        rows.touching(changed.path() + '%').forEach(this::realign);
    }

    private void realign(long id) {
        LeavingRow row = rows.find(id);
        Organisation branch = departure.lock(row.registrationId).orElseThrow().branch();
        Organisation asked = row.state == Leaving.State.BRANCH ? branch : starting.above(branch);
        if (branch.id() == row.branchId && asked.id() == row.askedId) {
            return;
        }
        rows.redirect(row, branch.id(), asked.id());
        if (asked.id() != row.askedId) {
            events.publishEvent(new Leaving.Turned(id, asked));
        }
    }
}
