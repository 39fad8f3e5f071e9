package cn.tuanwu.form;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Shift;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.registration.Registration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps true who has a form and who lacks one, in the transaction of whatever changes it. A line is written from what is there
 * at that moment, so telling twice, or in another order, changes nothing.
 */
@Component
class FormLines {
    /** Joined before 2020: no deadline. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    static final int DAYS = 30;
    private static final String FIRST_MONTH = "2020-01";
    private static final int SLOTS = 16;

    private final FormLineRows rows;
    private final OrgDesk organisations;

    FormLines(FormLineRows rows, OrgDesk organisations) {
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

    /** Joins the transaction. */
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
            line.due = due(line);
            rows.put(places, line);
        }
        List<CountRow> changes = changes(before, places, line);
        if (!changes.isEmpty()) {
            rows.count((int) (registrationId % SLOTS), changes);
        }
    }

    private static LocalDate due(LineRow line) {
        boolean hasDeadline =
                line.joinMonth != null && line.joinMonth.compareTo(FIRST_MONTH) >= 0 && line.decidedAt != null;
        return hasDeadline ? ChinaTime.date(line.decidedAt).plusDays(DAYS) : NEVER;
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

    /** One member stands once in each place: what was there goes, what is there comes, unless they are the same. */
    private static List<CountRow> changes(List<CountRow> before, Set<Long> places, LineRow line) {
        List<CountRow> changes = new ArrayList<>();
        Set<Long> same = new TreeSet<>();
        for (CountRow was : before) {
            if (line != null
                    && places.contains(was.organisationId)
                    && was.state == line.state
                    && was.due.equals(line.due)) {
                same.add(was.organisationId);
            } else {
                changes.add(CountRow.of(was.organisationId, was.state, was.due, -1));
            }
        }
        places.stream()
                .filter(place -> !same.contains(place))
                .forEach(place -> changes.add(CountRow.of(place, line.state, line.due, 1)));
        changes.sort(Comparator.<CountRow>comparingLong(row -> row.organisationId)
                .thenComparing(row -> row.state)
                .thenComparing(row -> row.due));
        return changes;
    }
}
