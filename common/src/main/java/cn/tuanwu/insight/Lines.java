package cn.tuanwu.insight;

import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Shift;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the lines and the counters true, in the transaction of whatever changes them. A line is written from what is there
 * at that moment, so telling twice, or in another order, changes nothing.
 */
@Component
class Lines {
    private static final int SLOTS = 16;

    private final LineRows rows;
    private final OrgDesk organisations;

    Lines(LineRows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    @EventListener
    void stepped(Registration.Stepped event) {
        refresh(event.registrationId());
    }

    @EventListener
    void checked(RealName.Settled event) {
        rows.checkedBy(event.checkId()).forEach(this::refresh);
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

    void refresh(long registrationId) {
        organisations.holdTree();
        rows.lock(registrationId);
        List<CountRow> before = rows.places(registrationId);
        LineRow line = rows.current(registrationId);
        Set<Long> places = line == null ? Set.of() : Shift.lineage(rows.path(line.branchId));
        Set<Long> left =
                before.stream().map(place -> place.organisationId).collect(Collectors.toCollection(TreeSet::new));
        left.removeAll(places);
        if (!left.isEmpty()) {
            rows.remove(registrationId, left);
        }
        if (line != null) {
            line.name = new PersonName(line.name).normal();
            rows.put(places, line);
        }
        List<CountRow> changes = changes(before, places, line);
        if (!changes.isEmpty()) {
            rows.count((int) (registrationId % SLOTS), changes);
        }
    }

    private void relocate(Shift shift) {
        List<CountRow> counts = rows.counts(shift.who());
        shift.left().forEach(place -> rows.leave(place, shift.who()));
        shift.entered().forEach(place -> rows.enter(place, shift.who()));
        if (!counts.isEmpty()) {
            shift.left().forEach(place -> rows.shift(place, -1, counts));
            shift.entered().forEach(place -> rows.shift(place, 1, counts));
        }
    }

    private static List<CountRow> changes(List<CountRow> before, Set<Long> places, LineRow line) {
        Map<Long, Map<String, Long>> changes = new TreeMap<>();
        before.forEach(place -> add(changes, place.organisationId, place.state, -1));
        places.forEach(place -> add(changes, place, line.state, 1));
        List<CountRow> rows = new ArrayList<>();
        changes.forEach((place, states) -> states.forEach((state, by) -> {
            if (by != 0) {
                rows.add(new CountRow(place, state, by));
            }
        }));
        return rows;
    }

    private static void add(Map<Long, Map<String, Long>> changes, long place, String state, long by) {
        changes.computeIfAbsent(place, any -> new TreeMap<>()).merge(state, by, Long::sum);
    }
}
