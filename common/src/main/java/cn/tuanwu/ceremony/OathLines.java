package cn.tuanwu.ceremony;

import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Shift;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.registration.Registration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps true which members took the oath and which did not, in the transaction of whatever changes it. A line is written from
 * what is there at that moment, so telling twice, or in another order, changes nothing.
 */
@Component
class OathLines {
    private static final int SLOTS = 16;

    private final OathLineRows rows;
    private final OrgDesk organisations;

    OathLines(OathLineRows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    @EventListener
    void stepped(Registration.Stepped event) {
        refresh(event.registrationId());
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
        rows.none(event.from().id());
    }

    /** They took the oath, or are not known to have any more. Joins the transaction, which holds these registrations. */
    void mark(Collection<Long> registrations, boolean taken) {
        if (registrations.isEmpty()) {
            return;
        }
        organisations.holdTree();
        List<OathCountRow> changes = new ArrayList<>();
        for (OathCountRow was : rows.standing(registrations, !taken)) {
            changes.add(change(was, !taken, -was.members));
            changes.add(change(was, taken, was.members));
        }
        rows.mark(registrations, taken);
        count(changes);
    }

    /** Joins the transaction. */
    void refresh(long registrationId) {
        organisations.holdTree();
        rows.lock(registrationId);
        List<OathCountRow> before = rows.places(registrationId);
        OathLineRow line = rows.current(registrationId);
        Set<Long> places = line == null ? Set.of() : Shift.lineage(rows.path(line.branchId));
        Set<Long> left = new TreeSet<>();
        before.forEach(place -> left.add(place.organisationId));
        left.removeAll(places);
        if (!left.isEmpty()) {
            rows.remove(registrationId, left);
        }
        if (line != null) {
            line.name = new PersonName(line.name).normal();
            rows.put(places, line);
        }
        count(changes(before, places, line, (int) (registrationId % SLOTS)));
    }

    private void count(List<OathCountRow> changes) {
        if (!changes.isEmpty()) {
            changes.sort(Comparator.<OathCountRow>comparingLong(row -> row.organisationId)
                    .thenComparing(row -> row.joinYear)
                    .thenComparing(row -> row.taken)
                    .thenComparing(row -> row.slot));
            rows.count(changes);
        }
    }

    private void relocate(Shift shift) {
        List<OathCountRow> counts = rows.counts(shift.who());
        shift.left().forEach(place -> rows.leave(place, shift.who()));
        shift.entered().forEach(place -> rows.enter(place, shift.who()));
        if (!counts.isEmpty()) {
            shift.left().forEach(place -> rows.shift(place, -1, counts));
            shift.entered().forEach(place -> rows.shift(place, 1, counts));
        }
    }

    /** One member stands once in each place: what was there goes, what is there comes, unless they are the same. */
    private static List<OathCountRow> changes(List<OathCountRow> before, Set<Long> places, OathLineRow line, int slot) {
        List<OathCountRow> changes = new ArrayList<>();
        Set<Long> same = new TreeSet<>();
        for (OathCountRow was : before) {
            boolean stays = line != null
                    && places.contains(was.organisationId)
                    && was.taken == line.taken
                    && was.joinYear.equals(line.year());
            if (stays) {
                same.add(was.organisationId);
            } else {
                changes.add(OathCountRow.of(was.organisationId, was.joinYear, was.taken, -1));
            }
        }
        places.stream()
                .filter(place -> !same.contains(place))
                .forEach(place -> changes.add(OathCountRow.of(place, line.year(), line.taken, 1)));
        changes.forEach(change -> change.slot = slot);
        return changes;
    }

    private static OathCountRow change(OathCountRow was, boolean taken, long members) {
        OathCountRow change = OathCountRow.of(was.organisationId, was.joinYear, taken, members);
        change.slot = was.slot;
        return change;
    }
}
