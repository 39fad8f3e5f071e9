package cn.tuanwu.registration;

import cn.tuanwu.kernel.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When someone may have joined, by the rows of {@link JoiningRules} (field research F3–F5). */
@Component
class AgeRules {
    /** Nobody younger is a member today, whatever the rows say of earlier days. */
    static final int CHARTER_AGE = 14;

    private final JoiningRules rules;

    AgeRules(JoiningRules rules) {
        this.rules = rules;
    }

    List<Refusal> monthFaults(Profile profile, LocalDate today) {
        Optional<YearMonth> joined = ProfileRules.month(profile.joinMonth());
        if (joined.isEmpty()) {
            return List.of(Refusal.at("joinMonth", "REQUIRED", "请选择入团年月。"));
        }
        if (joined.get().isAfter(YearMonth.from(today))) {
            return List.of(Refusal.at("joinMonth", "JOIN_MONTH_FUTURE", "入团年月不能晚于本月。"));
        }
        return List.of();
    }

    /** The month is judged by {@link #monthFaults} before. */
    Optional<Refusal> ageFault(Profile profile, LocalDate birth) {
        YearMonth joined = ProfileRules.month(profile.joinMonth()).orElseThrow();
        JoiningRules.AgeRow rule = rules.age(joined);
        if (ageAtJoining(birth, joined) < rule.least) {
            return Optional.of(Refusal.at("joinMonth", "JOIN_TOO_YOUNG", "入团时未满 " + rule.least + " 周岁，请核对入团年月和证件号码。"));
        }
        if (ageAtJoining(birth, joined) < rule.charter && ProfileRules.blank(profile.joinAgeNote())) {
            return Optional.of(
                    Refusal.at("joinAgeNote", "JOIN_AGE_NOTE_REQUIRED", "入团时未满 " + rule.charter + " 周岁，请说明情况，供支部审核。"));
        }
        return Optional.empty();
    }

    /** What a reviewer should look at. */
    List<Caution> cautions(LocalDate birth, YearMonth joined, LocalDate today, boolean cadre) {
        List<Caution> cautions = new ArrayList<>();
        JoiningRules.AgeRow rule = rules.age(joined);
        if (ageAtJoining(birth, joined) < rule.charter) {
            cautions.add(Caution.JOINED_UNDER_14);
        }
        if (ageAtJoining(birth, joined) > rule.most) {
            cautions.add(Caution.JOINED_OVER_28);
        }
        if (!cadre && !birth.plusYears(rule.most).isAfter(today)) {
            cautions.add(Caution.AGED_28);
        }
        return cautions;
    }

    /** In full years from month to month; negative when the joining came before the birth. */
    private static long ageAtJoining(LocalDate birth, YearMonth joined) {
        return Math.floorDiv(ChronoUnit.MONTHS.between(YearMonth.from(birth), joined), 12L);
    }
}
