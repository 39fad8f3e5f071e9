package cn.tuanwu.review;

import cn.tuanwu.access.Roster;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may decide a task: the branch's deciders and, once it waited too long, those above them. */
@Component
class Deciders {
    private final Roster roster;

    Deciders(Roster roster) {
        this.roster = roster;
    }

    Set<Long> of(ReviewTask task) {
        List<Roster.Person> superiors = task.escalated() ? roster.superiorsOf(task.branch()) : List.of();
        return Stream.concat(roster.decidersOf(task.branch()).stream(), superiors.stream())
                .map(Roster.Person::id)
                .collect(Collectors.toSet());
    }

    boolean mayDecide(long staffId, ReviewTask task) {
        return of(task).contains(staffId);
    }
}
