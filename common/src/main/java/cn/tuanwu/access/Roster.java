package cn.tuanwu.access;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Who serves which organisation. Asked anew at every use: someone taken off the roster can't decide any more. */
@Service
public class Roster {
    private static final List<String> DECIDING_ROLES = List.of("OPERATOR", "ADMIN");

    private final RosterRows rows;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Tx tx;

    Roster(RosterRows rows, OrgDesk organisations, AuditDesk audit, ApplicationEventPublisher events, Tx tx) {
        this.rows = rows;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.tx = tx;
    }

    /**
     * Lets someone decide for an organisation. Refused with ORGANISATION_UNKNOWN outside the caller's subtree,
     * STAFF_UNKNOWN, SERVES_ALREADY (in whatever role). Publishes {@link OperatorAdded}.
     */
    public Outcome<Person> addOperator(Caller.Admin caller, long organisationId, long staffId) {
        return change(caller, organisationId, staffId, (organisation, person) -> {
            if (rows.roles(organisationId, staffId) > 0) {
                return Outcome.refused(Refusal.of("SERVES_ALREADY", "此人已在该组织任职。"));
            }
            rows.add(organisationId, staffId);
            audit.append(caller.actor(), "operator.added", "organisation", organisationId, "staff:" + staffId);
            events.publishEvent(new OperatorAdded(organisation, person));
            return Outcome.done(person);
        });
    }

    /**
     * From now on this person decides nothing for the organisation. Refused with ORGANISATION_UNKNOWN outside the caller's
     * subtree, STAFF_UNKNOWN, NOT_OPERATOR. Publishes {@link OperatorRemoved}.
     */
    public Outcome<Person> removeOperator(Caller.Admin caller, long organisationId, long staffId) {
        return change(caller, organisationId, staffId, (organisation, person) -> {
            if (rows.remove(organisationId, staffId) == 0) {
                return Outcome.refused(Refusal.of("NOT_OPERATOR", "此人不是该组织的运营者。"));
            }
            audit.append(caller.actor(), "operator.removed", "organisation", organisationId, "staff:" + staffId);
            events.publishEvent(new OperatorRemoved(organisation, person));
            return Outcome.done(person);
        });
    }

    private Outcome<Person> change(
            Caller.Admin caller,
            long organisationId,
            long staffId,
            BiFunction<Organisation, Person, Outcome<Person>> deed) {
        return tx.write(() -> {
            Optional<Organisation> organisation =
                    organisations.find(organisationId).filter(found -> found.isWithin(caller.organisation()));
            if (organisation.isEmpty()) {
                return Outcome.refused(Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。"));
            }
            Optional<Person> person = byId(staffId);
            return person.isEmpty()
                    ? Outcome.refused(Refusal.of("STAFF_UNKNOWN", "没有找到这个人，请先登记。"))
                    : deed.apply(organisation.get(), person.get());
        });
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
     * Who decides for a branch: its operators; when it has none, the operators or admins of the nearest organisation
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
        List<Person> own = persons(rows.serving(branch.id(), List.of("OPERATOR")));
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

    public record Person(long id, String name, String userid) {}

    /** They may decide from now on; told in the transaction of the change. */
    public record OperatorAdded(Organisation organisation, Person operator) {}

    /** They may not decide any more; told in the transaction of the change. */
    public record OperatorRemoved(Organisation organisation, Person operator) {}
}
