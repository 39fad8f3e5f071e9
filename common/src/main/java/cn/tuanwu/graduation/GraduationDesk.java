package cn.tuanwu.graduation;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * When the members of each branch graduate (学社衔接): a month, or why there is none; and the exceptions among members.
 * Said by the branch's admin or one above; what is outside the caller's subtree does not exist.
 */
@Service
public class GraduationDesk {
    static final int PAGE = 50;
    static final int MOST = 500;
    static final Refusal ORGANISATION_UNKNOWN = Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。");
    static final Refusal MEMBER_UNKNOWN = Refusal.of("MEMBER_UNKNOWN", "没有找到这名团员，可能不在您的组织内。");
    static final Refusal MONTH_INVALID = Refusal.at("month", "MONTH_INVALID", "请按年-月填写毕业年月，如 2026-06。");
    private static final Refusal NOBODY = Refusal.of("GRADUATES_NONE_CHOSEN", "请先选择。");
    private static final Refusal TOO_MANY = Refusal.of("GRADUATES_TOO_MANY", "一次最多选择 " + MOST + " 项，请分几次办理。");

    private final GraduationRows rows;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    GraduationDesk(GraduationRows rows, OrgDesk organisations, AuditDesk audit, Clock clock, Tx tx) {
        this.rows = rows;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * The branches of the caller's subtree, in the order of the tree.
     *
     * @param which null: all
     * @param name a part of it; null: any
     * @param after the {@link Page#next} of the page before, null for the first
     */
    public Page branches(Caller.Viewer caller, Graduation.Which which, String name, String after) {
        List<BranchRow> found = rows.branches(
                caller.organisation().path() + '%',
                which,
                name == null || name.isBlank() ? null : GraduateDesk.part(name),
                after != null && after.matches("[0-9/]{1,400}") ? after : "",
                PAGE + 1);
        List<BranchRow> page = found.subList(0, Math.min(PAGE, found.size()));
        Map<Long, Integer> members = page.isEmpty()
                ? Map.of()
                : rows.members(page.stream().map(row -> row.id).toList()).stream()
                        .collect(Collectors.toMap(row -> row.id, row -> row.members));
        return new Page(
                page.stream()
                        .map(row -> row.branch(members.getOrDefault(row.id, 0)))
                        .toList(),
                found.size() > PAGE ? page.get(PAGE - 1).path : null);
    }

    public Graduation.Counts counts(Caller.Viewer caller) {
        GraduationRows.Tally row = rows.counts(caller.organisation().path() + '%');
        return new Graduation.Counts(row.branches, row.unmarked, row.without);
    }

    /**
     * Says it of branches, all of them or none. Refused with ORGANISATION_UNKNOWN, MONTH_INVALID, GRADUATES_NONE_CHOSEN,
     * GRADUATES_TOO_MANY.
     *
     * @param month yyyy-MM; null with {@code none}
     * @param none why there is no month; null with {@code month}; both null: nothing is said any more
     */
    public Outcome<Integer> mark(Caller.Admin caller, List<Long> branches, String month, Graduation.None none) {
        Optional<Refusal> refusal = refusal(branches).or(() -> fault(month, none == null));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return tx.write(() -> {
            for (long id : branches) {
                Optional<Organisation> branch = organisations
                        .holdBranch(id)
                        .filter(found -> found.id() == id && found.isWithin(caller.organisation()));
                if (branch.isEmpty()) {
                    return Outcome.refused(ORGANISATION_UNKNOWN);
                }
                mark(caller, id, month, none);
            }
            return Outcome.done(branches.size());
        });
    }

    private void mark(Caller.Admin caller, long branch, String month, Graduation.None none) {
        if (month == null && none == null) {
            rows.unmark(branch);
        } else {
            rows.mark(branch, month, none, caller.seat().name(), clock.instant());
        }
        audit.append(
                caller.actor(),
                "graduation.marked",
                "organisation",
                branch,
                month != null ? month : none != null ? none.name() : "unmarked");
    }

    /**
     * Makes members exceptions, all of them or none; a member's own month counts before the branch's. Refused with
     * MEMBER_UNKNOWN, MONTH_INVALID, GRADUATES_NONE_CHOSEN, GRADUATES_TOO_MANY.
     *
     * @param kind null: no exception any more
     * @param month yyyy-MM, with DELAYED
     */
    public Outcome<Integer> except(Caller.Admin caller, List<Long> registrations, Graduation.Mark kind, String month) {
        boolean delayed = kind == Graduation.Mark.DELAYED;
        Optional<Refusal> refusal = refusal(registrations)
                .or(() -> delayed && !Graduation.isMonth(month) ? Optional.of(MONTH_INVALID) : Optional.empty());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return tx.write(() -> {
            for (long id : registrations) {
                Long branch = rows.branchOf(id);
                if (branch == null || !organisations.find(branch).orElseThrow().isWithin(caller.organisation())) {
                    return Outcome.refused(MEMBER_UNKNOWN);
                }
                if (kind == null) {
                    rows.exceptNoMore(id);
                } else {
                    rows.except(
                            id,
                            branch,
                            kind,
                            delayed ? month : null,
                            caller.seat().name(),
                            clock.instant());
                }
                String detail = kind == null ? "unmarked" : delayed ? kind + " " + month : kind.name();
                audit.append(caller.actor(), "graduation.excepted", "registration", id, detail);
            }
            return Outcome.done(registrations.size());
        });
    }

    @EventListener
    void merged(TreeDesk.BranchMerged merged) {
        rows.moveMarks(merged.from().id(), merged.into().id());
    }

    private static Optional<Refusal> refusal(List<Long> chosen) {
        if (chosen.isEmpty()) {
            return Optional.of(NOBODY);
        }
        return chosen.size() > MOST ? Optional.of(TOO_MANY) : Optional.empty();
    }

    private static Optional<Refusal> fault(String month, boolean alone) {
        boolean right = month == null || alone && Graduation.isMonth(month);
        return right ? Optional.empty() : Optional.of(MONTH_INVALID);
    }

    /** @param next null when nothing comes after */
    public record Page(List<Graduation.Branch> branches, String next) {}
}
