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
    private static final List<String> DECIDING_ROLES = List.of("OPERATOR", "ADMIN");

    private final RosterRows rows;
    private final OrgDesk organisations;

    Roster(RosterRows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    /** Whether a role decides what waits; null does not. */
    static boolean decides(Seat.Role role) {
        return role == Seat.Role.OPERATOR || role == Seat.Role.ADMIN;
    }

    /** The person behind a WeChat Work userid; the platform ignores case, so does this. */
    public Optional<Person> byUserid(String userid) {
        return Optional.ofNullable(rows.byUserid(userid)).map(StaffRow::person);
    }

    /** The person whose own account this is. */
    public Optional<Person> byAccount(long accountId) {
        return Optional.ofNullable(rows.byAccount(accountId)).map(StaffRow::person);
    }

    /** The account whose phone opens the console for this person. */
    public Optional<Long> accountOf(long staffId) {
        return Optional.ofNullable(rows.accountOf(staffId));
    }

    /** Someone who serves at least one organisation now, in whatever role. */
    public Optional<Person> serving(long staffId) {
        return byId(staffId).filter(person -> rows.places(staffId) > 0);
    }

    public Optional<Person> byId(long staffId) {
        return Optional.ofNullable(rows.byId(staffId)).map(StaffRow::person);
    }

    /**
     * Who decides for a branch: its operators and admins; when it has none, the operators or admins of the nearest organisation
     * above that has any (product §5).
     */
    public List<Person> decidersOf(Organisation branch) {
        return deciding(branch).map(Serving::persons).orElse(List.of());
    }

    /** The operators and admins of the nearest organisation above the deciding one: they decide what waits too long. */
    public List<Person> superiorsOf(Organisation branch) {
        return deciding(branch)
                .flatMap(deciding -> above(deciding.organisation(), DECIDING_ROLES))
                .map(Serving::persons)
                .orElse(List.of());
    }

    private Optional<Serving> deciding(Organisation branch) {
        List<Person> own = persons(rows.serving(branch.id(), DECIDING_ROLES));
        return own.isEmpty() ? above(branch, DECIDING_ROLES) : Optional.of(new Serving(branch, own));
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
        return above(branch, List.of("ADMIN")).map(Serving::persons).orElse(List.of());
    }

    public boolean mayDecide(long staffId, Organisation branch) {
        return decidersOf(branch).stream().anyMatch(person -> person.id() == staffId);
    }

    private Optional<Serving> above(Organisation organisation, List<String> roles) {
        Optional<Organisation> above = parent(organisation);
        while (above.isPresent()) {
            List<Person> found = persons(rows.serving(above.get().id(), roles));
            if (!found.isEmpty()) {
                return Optional.of(new Serving(above.get(), found));
            }
            above = parent(above.get());
        }
        return Optional.empty();
    }

    private Optional<Organisation> parent(Organisation organisation) {
        return Optional.ofNullable(organisation.parentId()).flatMap(organisations::find);
    }

    private static List<Person> persons(List<StaffRow> found) {
        return found.stream().map(StaffRow::person).toList();
    }

    private record Serving(Organisation organisation, List<Person> persons) {}

    /** @param userid in WeChat Work, null while it is not known */
    public record Person(long id, String name, String userid) {}

    /** They may decide from now on; told in the transaction of the change. */
    public record OperatorAdded(Organisation organisation, Person operator) {}

    /** They may not decide any more; told in the transaction of the change. */
    public record OperatorRemoved(Organisation organisation, Person operator) {}
}
