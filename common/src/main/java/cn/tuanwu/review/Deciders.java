package cn.tuanwu.review;

import cn.tuanwu.access.Roster;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may decide a task: the branch's deciders and, once it waited too long, those above them. A correction is for those
 * above from the beginning; where nobody is above, for the branch's deciders all the same.
 */
@Component
class Deciders {
    private final Roster roster;

    Deciders(Roster roster) {
        this.roster = roster;
    }

    Set<Long> of(ReviewTask task) {
        if (task.kind() == ReviewTask.Kind.CORRECTION) {
            List<Roster.Person> above = roster.superiorsOf(task.branch());
            return ids((above.isEmpty() ? roster.decidersOf(task.branch()) : above).stream());
        }
        List<Roster.Person> superiors = task.escalated() ? roster.superiorsOf(task.branch()) : List.of();
        return ids(Stream.concat(roster.decidersOf(task.branch()).stream(), superiors.stream()));
    }

    private static Set<Long> ids(Stream<Roster.Person> persons) {
        return persons.map(Roster.Person::id).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean mayDecide(long staffId, ReviewTask task) {
        return of(task).contains(staffId);
    }
}
