package cn.tuanwu.registration;

import cn.tuanwu.kernel.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths and forms of the optional fields. */
final class TextRules {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,60}\\.[^@\\s.]{2,20}");
    private static final Pattern QQ = Pattern.compile("[1-9][0-9]{4,11}");

    private TextRules() {}

    static void check(Profile profile, LocalDate today, List<Refusal> faults) {
        longest(faults, "joinAgeNote", profile.joinAgeNote(), 200);
        longest(faults, "household", profile.household(), 100);
        longest(faults, "joinUnit", profile.joinUnit(), 100);
        longest(faults, "unit", profile.unit(), 100);
        longest(faults, "wechat", profile.wechat(), 40);
        longest(faults, "weibo", profile.weibo(), 60);
        longest(faults, "email", profile.email(), 100);
        form(faults, "email", profile.email(), EMAIL, "EMAIL_INVALID", "邮箱格式不正确。");
        form(faults, "qq", profile.qq(), QQ, "QQ_INVALID", "QQ 号为 5 至 12 位数字。");
        month(faults, "partyJoinMonth", profile.partyJoinMonth(), today);
        month(faults, "volunteerMonth", profile.volunteerMonth(), today);
    }

    private static void longest(List<Refusal> faults, String field, String text, int characters) {
        if (text != null && text.codePointCount(0, text.length()) > characters) {
            faults.add(Refusal.at(field, "TOO_LONG", "最多填写 " + characters + " 个字。"));
        }
    }

    private static void form(
            List<Refusal> faults, String field, String text, Pattern pattern, String code, String sentence) {
        if (!ProfileRules.blank(text) && !pattern.matcher(text.strip()).matches()) {
            faults.add(Refusal.at(field, code, sentence));
        }
    }

    private static void month(List<Refusal> faults, String field, String typed, LocalDate today) {
        Optional<YearMonth> month = ProfileRules.month(typed);
        boolean wrong =
                !ProfileRules.blank(typed) && (month.isEmpty() || month.get().isAfter(YearMonth.from(today)));
        if (wrong) {
            faults.add(Refusal.at(field, "MONTH_INVALID", "请选择年月，不能晚于本月。"));
        }
    }
}
