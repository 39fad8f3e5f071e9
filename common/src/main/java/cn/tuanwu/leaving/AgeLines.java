package cn.tuanwu.leaving;

import cn.tuanwu.org.Organisation;
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

    AgeLines(AgeLineRows rows) {
        this.rows = rows;
    }

    @EventListener
    void stepped(Registration.Stepped event) {
        long registration = event.registrationId();
        rows.lock(registration);
        AgeLineRow line = rows.current(registration);
        Set<Long> places = line == null ? Set.of() : places(rows.path(line.branchId));
        Set<Long> left = minus(new TreeSet<>(rows.places(registration)), places);
        if (!left.isEmpty()) {
            rows.remove(registration, left);
        }
        if (line != null) {
            rows.put(places, line);
        }
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
    }

    private void relocate(long who, Set<Long> from, Set<Long> to) {
        from.forEach(place -> rows.leave(place, who));
        to.forEach(place -> rows.enter(place, who));
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
