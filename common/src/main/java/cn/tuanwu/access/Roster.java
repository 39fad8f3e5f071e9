package cn.tuanwu.access;

import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Who serves which organisation. Asked anew at every use: someone taken off the roster can't decide any more. */
@Service
public class Roster {
    private final RosterRows rows;
    private final OrgDesk organisations;

    Roster(RosterRows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    /** The person behind a WeChat Work userid; the platform ignores case, so does this. */
    public Optional<Person> byUserid(String userid) {
        return Optional.ofNullable(rows.byUserid(userid)).map(StaffRow::person);
    }

    public Optional<Person> byId(long staffId) {
        return Optional.ofNullable(rows.byId(staffId)).map(StaffRow::person);
    }

    /**
     * Who decides for a branch: its operators; when it has none, the operators or admins of the nearest organisation
     * above that has any (product §5).
     */
    public List<Person> decidersOf(Organisation branch) {
        List<Person> own = persons(rows.serving(branch.id(), List.of("OPERATOR")));
        return own.isEmpty() ? aboveOf(branch, List.of("OPERATOR", "ADMIN")) : own;
    }

    /** The names of each branch's own operators, for a whole list in one query; a branch without any is left out. */
    public Map<Long, List<String>> operatorNames(List<Organisation> branches) {
        List<Long> ids = branches.stream().map(Organisation::id).toList();
        return ids.isEmpty()
                ? Map.of()
                : rows.operators(ids).stream()
                        .collect(Collectors.groupingBy(
                                found -> found.organisationId,
                                Collectors.mapping(found -> found.name, Collectors.toList())));
    }

    /** The admins of the nearest organisation above that has any: they hear about decisions. */
    public List<Person> adminsAbove(Organisation branch) {
        return aboveOf(branch, List.of("ADMIN"));
    }

    public boolean mayDecide(long staffId, Organisation branch) {
        return decidersOf(branch).stream().anyMatch(person -> person.id() == staffId);
    }

    private List<Person> aboveOf(Organisation branch, List<String> roles) {
        Optional<Organisation> above = parent(branch);
        while (above.isPresent()) {
            List<Person> found = persons(rows.serving(above.get().id(), roles));
            if (!found.isEmpty()) {
                return found;
            }
            above = parent(above.get());
        }
        return List.of();
    }

    private Optional<Organisation> parent(Organisation organisation) {
        return Optional.ofNullable(organisation.parentId()).flatMap(organisations::find);
    }

    private static List<Person> persons(List<StaffRow> found) {
        return found.stream().map(StaffRow::person).toList();
    }

    public record Person(long id, String name, String userid) {}
}
