package cn.tuanwu.registration;

import cn.tuanwu.kernel.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * When someone may have joined and which 发展团员编号 goes with it. Ages: charter 14, hard floor 13 (12 before 2017), between
 * them an explanation (field research F4, F5). Numbers: N1–N6 and N12 of field research §2.1.
 */
@Component
class JoinRules {
    static final int CHARTER_AGE = 14;
    private static final int HARD_FLOOR = 13;
    private static final int HARD_FLOOR_BEFORE_2017 = 12;
    private static final YearMonth NUMBERED_SINCE = YearMonth.of(2017, 1);
    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");
    private static final Pattern EARLIER = Pattern.compile("[0-9]{5,16}");

    List<Refusal> faults(Profile profile, LocalDate birth, LocalDate today) {
        List<Refusal> faults = new ArrayList<>(monthFaults(profile, today));
        if (faults.isEmpty()) {
            ageFault(profile, birth).ifPresent(faults::add);
        }
        return faults;
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

    private static Optional<Refusal> ageFault(Profile profile, LocalDate birth) {
        YearMonth joined = ProfileRules.month(profile.joinMonth()).orElseThrow();
        long age = ChronoUnit.MONTHS.between(YearMonth.from(birth), joined) / 12;
        boolean born = !joined.isBefore(YearMonth.from(birth));
        int floor = joined.isBefore(NUMBERED_SINCE) ? HARD_FLOOR_BEFORE_2017 : HARD_FLOOR;
        if (!born || age < floor) {
            return Optional.of(Refusal.at("joinMonth", "JOIN_TOO_YOUNG", "入团时未满 " + floor + " 周岁，请核对入团年月和证件号码。"));
        }
        if (age < CHARTER_AGE && ProfileRules.blank(profile.joinAgeNote())) {
            return Optional.of(Refusal.at("joinAgeNote", "JOIN_AGE_NOTE_REQUIRED", "入团时未满 14 周岁，请说明情况，供支部审核。"));
        }
        return Optional.empty();
    }

    List<Refusal> numberFaults(Profile profile, LocalDate today) {
        Optional<YearMonth> joined = ProfileRules.month(profile.joinMonth());
        if (joined.isEmpty() || joined.get().isAfter(YearMonth.from(today))) {
            return List.of();
        }
        String number = profile.memberNumber();
        boolean numbered = !joined.get().isBefore(NUMBERED_SINCE);
        if (ProfileRules.blank(number)) {
            return numbered ? List.of(fault("MEMBER_NUMBER_REQUIRED", "2017 年 1 月及以后入团须填写发展团员编号。")) : List.of();
        }
        return numberFault(number.strip(), joined.get().getYear(), numbered).stream()
                .toList();
    }

    private static Optional<Refusal> numberFault(String number, int joinYear, boolean numbered) {
        if (numbered && !TWELVE_DIGITS.matcher(number).matches()) {
            return Optional.of(fault("MEMBER_NUMBER_INVALID", "发展团员编号为 12 位数字，见入团志愿书右上角。"));
        }
        if (!numbered && !EARLIER.matcher(number).matches()) {
            return Optional.of(fault("MEMBER_NUMBER_INVALID", "发展团员编号为 5 至 16 位数字，没有可不填。"));
        }
        int year = Integer.parseInt(number.substring(0, 4));
        boolean interchangeable = isEither(joinYear) && isEither(year);
        if (year != joinYear && !interchangeable) {
            return Optional.of(fault("MEMBER_NUMBER_YEAR", "发展团员编号前四位应与入团年份一致，请核对。"));
        }
        return Optional.empty();
    }

    /** The numbers of 2017 and 2018 were handed out across the turn of the year (N4). */
    private static boolean isEither(int year) {
        return year == 2017 || year == 2018;
    }

    private static Refusal fault(String code, String text) {
        return Refusal.at("memberNumber", code, text);
    }
}
