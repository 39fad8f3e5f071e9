package cn.tuanwu.registration;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.number.MemberNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which 发展团员编号 goes with which month of joining, by the rows of {@link JoiningRules} (field research §2.1). */
@Component
class NumberRules {
    /** The number of the old booklet (团员证编号) has eight digits and is another number (N10). */
    private static final int BOOKLET = 8;

    private final JoiningRules rules;

    NumberRules(JoiningRules rules) {
        this.rules = rules;
    }

    /** Says nothing while the month of joining is wrong. */
    Optional<Refusal> fault(Profile profile, LocalDate today) {
        Optional<YearMonth> joined =
                ProfileRules.month(profile.joinMonth()).filter(month -> !month.isAfter(YearMonth.from(today)));
        return joined.flatMap(month -> fault(profile.memberNumber(), month));
    }

    Optional<Refusal> fault(String typed, YearMonth joined) {
        JoiningRules.NumberRow rule = rules.number(joined);
        if (ProfileRules.blank(typed)) {
            return rule.required
                    ? fault("MEMBER_NUMBER_REQUIRED", joined.getYear() + " 年入团须填写发展团员编号，见入团志愿书右上角。")
                    : Optional.empty();
        }
        Optional<MemberNumber> read = MemberNumber.read(typed);
        if (read.isEmpty()) {
            return malformed(rule);
        }
        MemberNumber number = read.get();
        Optional<JoiningRules.ExceptionRow> exception = rules.exception(number.text());
        if (exception.isPresent()) {
            return exception.get().isAbout(joined, rules.home()) ? Optional.empty() : wrongYear();
        }
        return fault(number, rule, joined);
    }

    private static Optional<Refusal> fault(MemberNumber number, JoiningRules.NumberRow rule, YearMonth joined) {
        if (rule.digitsOnly && !number.isDigits()) {
            return malformed(rule);
        }
        if (number.length() == BOOKLET && number.isDigits()) {
            return fault("MEMBER_NUMBER_BOOKLET", "这像是团员证上的 8 位编号；请填写入团志愿书右上角的发展团员编号，2017 年以前入团没有可不填。");
        }
        if (number.length() < rule.shortest || number.length() > rule.longest) {
            return fault("MEMBER_NUMBER_LENGTH", "发展团员编号应为 " + length(rule) + "，请对照入团志愿书右上角核对。");
        }
        return rule.allowsYear(number.year(), joined) ? Optional.empty() : wrongYear();
    }

    private static Optional<Refusal> malformed(JoiningRules.NumberRow rule) {
        return rule.digitsOnly
                ? fault("MEMBER_NUMBER_MALFORMED", "发展团员编号为 " + length(rule) + "数字，见入团志愿书右上角。")
                : fault("MEMBER_NUMBER_MALFORMED", "发展团员编号以入团年份开头，由数字和字母组成，没有可不填。");
    }

    private static Optional<Refusal> wrongYear() {
        return fault("MEMBER_NUMBER_YEAR", "发展团员编号前四位应与入团年份一致，请核对。");
    }

    /** Numbers of other provinces are accepted: members come from everywhere (N2). */
    Optional<Caution> caution(String number) {
        return MemberNumber.read(number)
                .flatMap(MemberNumber::province)
                .filter(province -> !province.equals(rules.home()))
                .map(elsewhere -> Caution.NUMBER_OTHER_PROVINCE);
    }

    private static String length(JoiningRules.NumberRow rule) {
        return rule.shortest == rule.longest ? rule.longest + " 位" : rule.shortest + " 至 " + rule.longest + " 位";
    }

    private static Optional<Refusal> fault(String code, String text) {
        return Optional.of(Refusal.at("memberNumber", code, text));
    }
}
