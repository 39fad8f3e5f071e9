package cn.tuanwu.insight;

import cn.tuanwu.org.Organisation;
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

    Lines(LineRows rows) {
        this.rows = rows;
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
        Organisation moved = event.organisation();
        Set<Long> before = above(event.oldPath(), moved.id());
        Set<Long> now = above(moved.path(), moved.id());
        relocate(moved.id(), minus(before, now), minus(now, before));
    }

    /** Everybody of one branch is another's now. */
    @EventListener
    void merged(TreeDesk.BranchMerged event) {
        long from = event.from().id();
        Set<Long> before = above(event.from().path(), from);
        Set<Long> now = places(event.into().path());
        relocate(from, minus(before, now), minus(now, before));
        rows.clear(from);
        rows.none(from);
    }

    void refresh(long registrationId) {
        rows.lock(registrationId);
        List<CountRow> before = rows.places(registrationId);
        LineRow line = rows.current(registrationId);
        Set<Long> places = line == null ? Set.of() : places(rows.path(line.branchId));
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

    private void relocate(long who, Set<Long> from, Set<Long> to) {
        List<CountRow> counts = rows.counts(who);
        from.forEach(place -> rows.leave(place, who));
        to.forEach(place -> rows.enter(place, who));
        if (!counts.isEmpty()) {
            from.forEach(place -> rows.shift(place, -1, counts));
            to.forEach(place -> rows.shift(place, 1, counts));
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

    private static Set<Long> places(String path) {
        Set<Long> ids = new TreeSet<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                ids.add(Long.valueOf(part));
            }
        }
        return ids;
    }

    private static Set<Long> above(String path, long itself) {
        return minus(places(path), Set.of(itself));
    }

    private static Set<Long> minus(Set<Long> all, Set<Long> these) {
        Set<Long> rest = new TreeSet<>(all);
        rest.removeAll(these);
        return rest;
    }
}
