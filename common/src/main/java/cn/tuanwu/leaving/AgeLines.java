package cn.tuanwu.leaving;

import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Shift;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.registration.Registration;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps true who turns 28 when, and who left when, in the transaction of whatever changes it. A line is written from what is
 * there at that moment, so telling twice, or in another order, changes nothing.
 */
@Component
class AgeLines {
    private final AgeLineRows rows;
    private final OrgDesk organisations;

    AgeLines(AgeLineRows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    @EventListener
    void stepped(Registration.Stepped event) {
        long registration = event.registrationId();
        organisations.holdTree();
        rows.lock(registration);
        AgeLineRow line = rows.current(registration);
        Set<Long> places = line == null ? Set.of() : Shift.lineage(rows.path(line.branchId));
        Set<Long> left = new TreeSet<>(rows.places(registration));
        left.removeAll(places);
        if (!left.isEmpty()) {
            rows.remove(registration, left);
        }
        if (line != null) {
            rows.put(places, line);
        }
    }

    @EventListener
    void moved(TreeDesk.OrganisationMoved event) {
        relocate(event.shift());
    }

    /** Everybody of one branch is another's now. */
    @EventListener
    void merged(TreeDesk.BranchMerged event) {
        relocate(event.shift());
        rows.clear(event.from().id());
    }

    private void relocate(Shift shift) {
        shift.left().forEach(place -> rows.leave(place, shift.who()));
        shift.entered().forEach(place -> rows.enter(place, shift.who()));
    }
}
