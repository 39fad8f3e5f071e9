package cn.tuanwu.ceremony;

import cn.tuanwu.org.Organisation;
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

    OathLines(OathLineRows rows) {
        this.rows = rows;
    }

    @EventListener
    void stepped(Registration.Stepped event) {
        refresh(event.registrationId());
    }

    @EventListener
    void moved(TreeDesk.OrganisationMoved event) {
        Organisation moved = event.organisation();
        Set<Long> before = TreePlaces.above(event.oldPath(), moved.id());
        Set<Long> now = TreePlaces.above(moved.path(), moved.id());
        relocate(moved.id(), TreePlaces.minus(before, now), TreePlaces.minus(now, before));
    }

    /** Everybody of one branch is another's now. */
    @EventListener
    void merged(TreeDesk.BranchMerged event) {
        long from = event.from().id();
        Set<Long> before = TreePlaces.above(event.from().path(), from);
        Set<Long> now = TreePlaces.of(event.into().path());
        relocate(from, TreePlaces.minus(before, now), TreePlaces.minus(now, before));
        rows.clear(from);
        rows.none(from);
    }

    /** They took the oath, or are not known to have any more. Joins the transaction, which holds these registrations. */
    void mark(Collection<Long> registrations, boolean taken) {
        if (registrations.isEmpty()) {
            return;
        }
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
        rows.lock(registrationId);
        List<OathCountRow> before = rows.places(registrationId);
        OathLineRow line = rows.current(registrationId);
        Set<Long> places = line == null ? Set.of() : TreePlaces.of(rows.path(line.branchId));
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

    private void relocate(long who, Set<Long> from, Set<Long> to) {
        List<OathCountRow> counts = rows.counts(who);
        from.forEach(place -> rows.leave(place, who));
        to.forEach(place -> rows.enter(place, who));
        if (!counts.isEmpty()) {
            from.forEach(place -> rows.shift(place, -1, counts));
            to.forEach(place -> rows.shift(place, 1, counts));
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
        TreePlaces.minus(places, same)
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
