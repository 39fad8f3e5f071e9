package cn.tuanwu.registration;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Judges a change after the approval: which fields it may touch, and whether what is changed is right. */
@Component
class EditRules {
    private final ProfileRules rules;
    private final OrgDesk organisations;
    private final Clock clock;

    EditRules(ProfileRules rules, OrgDesk organisations, Clock clock) {
        this.rules = rules;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What stood before the change is not judged again: rules may have become stricter since. */
    List<Refusal> changeFaults(RegistrationRow row, Profile wished, Set<ProfileField> changed) {
        List<Refusal> locked = changed.stream()
                .filter(field -> isLocked(row, field))
                .map(field ->
                        Refusal.at(field.key, "FIELD_LOCKED", field.label + "审核通过后不能直接修改；如确有错误，请申请资料更正，由上级团组织核实。"))
                .toList();
        return locked.isEmpty() ? faults(wished, changed) : locked;
    }

    List<Refusal> correctionFaults(RegistrationRow row, Profile wished, Set<ProfileField> changed) {
        List<Refusal> free = changed.stream()
                .filter(field -> !isLocked(row, field))
                .map(field -> Refusal.at(field.key, "FIELD_FREE", field.label + "可以直接修改，无需申请更正。"))
                .toList();
        if (!free.isEmpty()) {
            return free;
        }
        // Age and number hang on month and document: a corrected one is judged with them.
        Set<ProfileField> whole = changed.isEmpty() ? changed : EnumSet.allOf(ProfileField.class);
        List<Refusal> faults = new ArrayList<>(faults(wished, whole));
        if (changed.contains(ProfileField.BRANCH)
                && organisations.branch(wished.branchId()).isEmpty()) {
            faults.add(Judging.BRANCH_UNKNOWN);
        }
        return faults;
    }

    static Set<ProfileField> those(Set<ProfileField> fields, ProfileField.Access access) {
        return fields.stream()
                .filter(field -> field.access == access)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProfileField.class)));
    }

    static Set<ProfileField> others(Set<ProfileField> fields, Set<ProfileField> than) {
        Set<ProfileField> left = EnumSet.noneOf(ProfileField.class);
        left.addAll(fields);
        left.removeAll(than);
        return left;
    }

    /** For the audit. */
    static String keys(Set<ProfileField> fields) {
        return fields.stream().map(field -> field.key).collect(Collectors.joining(","));
    }

    /** For people. */
    static String labels(Set<ProfileField> fields) {
        return fields.stream().map(field -> field.label).collect(Collectors.joining("、"));
    }

    private static boolean isLocked(RegistrationRow row, ProfileField field) {
        boolean numberWanted = field == ProfileField.MEMBER_NUMBER && row.memberNumber == null;
        return field.access == ProfileField.Access.LOCKED && !numberWanted;
    }

    private List<Refusal> faults(Profile wished, Set<ProfileField> changed) {
        if (changed.isEmpty()) {
            return List.of(Refusal.of("NOTHING_CHANGED", "资料没有变化，无需提交。"));
        }
        boolean cadre = changed.stream().anyMatch(ProfileField::isOfCadre);
        Set<String> judged = EnumSet.allOf(ProfileField.class).stream()
                .filter(field -> changed.contains(field) || cadre && field.isOfCadre())
                .map(field -> field.key)
                .collect(Collectors.toSet());
        return rules.faults(wished, ChinaTime.date(clock.instant())).stream()
                .filter(fault -> judged.contains(fault.field()))
                .toList();
    }
}
