package cn.tuanwu.access;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Where admins say who serves an organisation, and as what: one role in each place, several places for a person. */
@Service
public class OperatorDesk {
    private static final Set<Seat.Role> ROLES = EnumSet.of(Seat.Role.OPERATOR, Seat.Role.ADMIN, Seat.Role.VIEWER);
    private static final Refusal ORGANISATION_UNKNOWN = Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。");
    private static final Refusal NOT_OPERATOR = Refusal.of("NOT_OPERATOR", "此人不在该组织任职。");
    private static final Refusal ROLE_INVALID = Refusal.at("role", "ROLE_INVALID", "请选择运营者、管理员或只读人员。");
    private static final int PAGE = 50;
    private static final int MOST = 200;

    private final OperatorRows rows;
    private final Roster roster;
    private final UseridDesk userids;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Tx tx;

    OperatorDesk(
            OperatorRows rows,
            Roster roster,
            UseridDesk userids,
            OrgDesk organisations,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Ids ids,
            Tx tx) {
        this.rows = rows;
        this.roster = roster;
        this.userids = userids;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.tx = tx;
    }

    /** Those of one organisation. Refused with ORGANISATION_UNKNOWN outside the caller's subtree. */
    public Outcome<List<Operator>> of(Caller.Viewer caller, long organisationId) {
        return in(
                caller,
                organisationId,
                organisation -> Outcome.done(rows.of(organisationId, MOST).stream()
                        .map(row -> Operator.of(row, organisation))
                        .toList()));
    }

    /** The caller's subtree in the order of the tree. @param after the last of the page before, null for the first */
    public List<Operator> within(Caller.Viewer caller, After after) {
        Optional<Organisation> last = Optional.ofNullable(after)
                .flatMap(given -> organisations.find(given.organisationId()))
                .filter(found -> found.isWithin(caller.organisation()));
        String path = last.map(Organisation::path).orElse("");
        long staff = last.isPresent() ? after.staffId() : 0;
        return rows.within(caller.organisation().path() + '%', path, staff, PAGE).stream()
                .map(row ->
                        Operator.of(row, organisations.find(row.organisationId).orElseThrow()))
                .toList();
    }

    /** Whether there may be more after a page. */
    public static boolean isFull(List<Operator> page) {
        return page.size() == PAGE;
    }

    /**
     * Someone with an account serves from now on; their name is kept from the first time. Refused with
     * ORGANISATION_UNKNOWN, ROLE_INVALID, SERVES_ALREADY. Publishes {@link Roster.OperatorAdded} when the role decides;
     * their userid is looked up after the commit.
     */
    public Outcome<Operator> appoint(Caller.Admin caller, long organisationId, Candidate candidate, Seat.Role role) {
        return tx.write(() -> {
            rows.enter(ids.next(), candidate.name(), candidate.accountId());
            long staff = rows.staffOf(candidate.accountId());
            Outcome<Operator> appointed = appoint(caller, organisationId, staff, role);
            if (appointed instanceof Outcome.Done<Operator> done && done.value().userid() == null) {
                userids.seek(staff);
            }
            return appointed;
        });
    }

    /** As above, of someone known before; STAFF_UNKNOWN otherwise. */
    public Outcome<Operator> appoint(Caller.Admin caller, long organisationId, long staffId, Seat.Role role) {
        return tx.write(() -> in(caller, organisationId, organisation -> {
            Optional<Roster.Person> person = roster.byId(staffId);
            if (person.isEmpty()) {
                return Outcome.refused(Refusal.of("STAFF_UNKNOWN", "没有找到这个人，请先登记。"));
            }
            if (!organisation.open() || !ROLES.contains(role)) {
                return Outcome.refused(organisation.open() ? ROLE_INVALID : ORGANISATION_UNKNOWN);
            }
            if (rows.add(organisationId, staffId, role) == 0) {
                return Outcome.refused(Refusal.of("SERVES_ALREADY", "此人已在该组织任职，如需调整请修改角色。"));
            }
            tell(organisation, person.get(), null, role);
            audit.append(caller.actor(), "operator.added", "organisation", organisationId, detail(staffId, role));
            return Outcome.done(operator(organisation, staffId));
        }));
    }

    /** Refused with ORGANISATION_UNKNOWN, NOT_OPERATOR, ROLE_INVALID. Tells who may decide now or may not any more. */
    public Outcome<Operator> changeRole(Caller.Admin caller, long organisationId, long staffId, Seat.Role to) {
        return tx.write(() -> in(caller, organisationId, organisation -> {
            OperatorRow row = rows.find(organisationId, staffId);
            if (row == null || !ROLES.contains(to)) {
                return Outcome.refused(row == null ? NOT_OPERATOR : ROLE_INVALID);
            }
            if (row.role != to && rows.change(organisationId, staffId, row.role, to) == 0) {
                return Outcome.refused(NOT_OPERATOR);
            }
            tell(organisation, roster.byId(staffId).orElseThrow(), row.role, to);
            audit.append(caller.actor(), "operator.changed", "organisation", organisationId, detail(staffId, to));
            return Outcome.done(operator(organisation, staffId));
        }));
    }

    /** From now on they do nothing for the organisation. Refused with ORGANISATION_UNKNOWN, NOT_OPERATOR. */
    public Outcome<Operator> dismiss(Caller.Admin caller, long organisationId, long staffId) {
        return tx.write(() -> in(caller, organisationId, organisation -> {
            OperatorRow row = rows.find(organisationId, staffId);
            if (row == null || rows.remove(organisationId, staffId, row.role) == 0) {
                return Outcome.refused(NOT_OPERATOR);
            }
            tell(organisation, roster.byId(staffId).orElseThrow(), row.role, null);
            audit.append(caller.actor(), "operator.removed", "organisation", organisationId, detail(staffId, row.role));
            return Outcome.done(Operator.of(row, organisation));
        }));
    }

    /** The account is gone: its owner serves nowhere any more and is not named here. Joins the transaction. */
    public void leave(long accountId) {
        Long staff = rows.staffOf(accountId);
        if (staff == null) {
            return;
        }
        Roster.Person person = roster.byId(staff).orElseThrow();
        for (OperatorRow place : rows.placesOf(staff)) {
            rows.remove(place.organisationId, staff, place.role);
            tell(organisations.find(place.organisationId).orElseThrow(), person, place.role, null);
        }
        rows.unname(staff, accountId);
    }

    private void tell(Organisation organisation, Roster.Person person, Seat.Role before, Seat.Role after) {
        boolean decided = Roster.decides(before);
        boolean decides = Roster.decides(after);
        if (decides && !decided) {
            events.publishEvent(new Roster.OperatorAdded(organisation, person));
        } else if (decided && !decides) {
            events.publishEvent(new Roster.OperatorRemoved(organisation, person));
        }
    }

    private Operator operator(Organisation organisation, long staffId) {
        return Operator.of(rows.find(organisation.id(), staffId), organisation);
    }

    private <T> Outcome<T> in(Caller.AtConsole caller, long id, Function<Organisation, Outcome<T>> deed) {
        return organisations
                .find(id)
                .filter(found -> found.isWithin(caller.organisation()))
                .map(deed)
                .orElseGet(() -> Outcome.refused(ORGANISATION_UNKNOWN));
    }

    private static String detail(long staffId, Seat.Role role) {
        return "staff:" + staffId + ' ' + role;
    }

    /** Someone with an account who is to serve. */
    public record Candidate(long accountId, String name) {}

    /** Where a page ended. */
    public record After(long organisationId, long staffId) {}
}
