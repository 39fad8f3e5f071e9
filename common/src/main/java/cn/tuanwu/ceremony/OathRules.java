package cn.tuanwu.ceremony;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.PersonName;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may be written down as having taken the oath, and when. */
@Component
class OathRules {
    private static final Refusal MEMBER_UNKNOWN = Refusal.of("MEMBER_UNKNOWN", "没有找到这名团员，可能不在您负责的组织内。");
    private static final int NAMED = 5;

    private final OathRows rows;
    private final OrgDesk organisations;

    OathRules(OathRows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    /**
     * These members, held until the transaction ends; who stands on the record already may be anywhere by now. Refused with
     * MEMBER_UNKNOWN, CEREMONY_MEMBER_NOT_APPROVED, CEREMONY_MEMBER_ELSEWHERE, CEREMONY_OATH_TAKEN, CEREMONY_BEFORE_JOINING.
     *
     * @param ceremony whose record it is; 0 for a new one
     */
    Outcome<List<NewMemberRow>> hold(
            CeremonyReach reach, Organisation organisation, Instant heldAt, List<Long> wanted, long ceremony) {
        List<NewMemberRow> members = wanted.isEmpty() ? List.of() : rows.lock(wanted);
        List<NewMemberRow> added =
                members.stream().filter(row -> !isOf(row, ceremony)).toList();
        Map<Long, Organisation> branches = branches(added);
        Predicate<NewMemberRow> unknown = row -> {
            Organisation branch = row.branchId == null ? null : branches.get(row.branchId);
            return branch == null || !reach.holds(branch);
        };
        if (members.size() < wanted.size() || added.stream().anyMatch(unknown)) {
            return Outcome.refused(MEMBER_UNKNOWN);
        }
        List<Refusal> faults = new ArrayList<>();
        Function<NewMemberRow, String> named = reach.onPhone() ? OathRules::masked : row -> row.name;
        fault(faults, "CEREMONY_MEMBER_NOT_APPROVED", added, row -> !row.state.isMember(), named, " 的报到还没有通过审核。");
        fault(
                faults,
                "CEREMONY_MEMBER_ELSEWHERE",
                added,
                row -> !branches.get(row.branchId).isWithin(organisation),
                named,
                " 不是" + organisation.name() + "的团员。");
        fault(faults, "CEREMONY_OATH_TAKEN", added, row -> row.ceremonyId != null, named, " 已在另一次入团仪式中宣誓，一名团员只能登记一次。");
        Function<NewMemberRow, String> dated = row -> named.apply(row) + "（" + row.joinMonth + " 入团）";
        fault(faults, "CEREMONY_BEFORE_JOINING", members, row -> isBefore(heldAt, row), dated, " 的入团年月晚于仪式举行时间，请核对。");
        return faults.isEmpty() ? Outcome.done(members) : Outcome.refused(faults);
    }

    private static boolean isOf(NewMemberRow row, long ceremony) {
        return Objects.equals(row.ceremonyId, ceremony);
    }

    /** A member is one from the day of the branch's meeting, of which the month is known. */
    private static boolean isBefore(Instant heldAt, NewMemberRow row) {
        return heldAt != null
                && row.joinMonth != null
                && YearMonth.from(ChinaTime.date(heldAt)).toString().compareTo(row.joinMonth) < 0;
    }

    private Map<Long, Organisation> branches(List<NewMemberRow> members) {
        return members.stream()
                .map(row -> row.branchId)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> organisations.find(id).stream())
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    private static void fault(
            List<Refusal> faults,
            String code,
            List<NewMemberRow> members,
            Predicate<NewMemberRow> wrong,
            Function<NewMemberRow, String> named,
            String sentence) {
        List<NewMemberRow> these = members.stream().filter(wrong).toList();
        if (!these.isEmpty()) {
            String names = these.stream().limit(NAMED).map(named).collect(Collectors.joining("、"));
            String more = these.size() > NAMED ? "等 " + these.size() + " 人" : "";
            faults.add(Refusal.at("registrationIds", code, names + more + sentence));
        }
    }

    private static String masked(NewMemberRow row) {
        return new PersonName(row.name).masked();
    }
}
