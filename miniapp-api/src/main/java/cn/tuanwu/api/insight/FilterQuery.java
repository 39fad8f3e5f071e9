package cn.tuanwu.api.insight;

import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.insight.MemberFilter;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.Registration;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/** A filter as a page sends it: what is empty is not asked for, what is no value at all is refused beside its field. */
record FilterQuery(
        String organisation,
        String state,
        String realName,
        String education,
        String ethnicity,
        String political,
        String joinFrom,
        String joinTo,
        String submittedFrom,
        String submittedTo,
        String name,
        String phone,
        String number) {
    private static final int LONGEST = 60;

    MemberFilter read() {
        return new MemberFilter(
                value("organisation", organisation, FilterQuery::id),
                value("state", state, Registration.State::valueOf),
                value("realName", realName, FilterQuery::realName),
                value("education", education, FilterQuery::code),
                value("ethnicity", ethnicity, FilterQuery::code),
                value("political", political, FilterQuery::code),
                value("joinFrom", joinFrom, FilterQuery::month),
                value("joinTo", joinTo, FilterQuery::month),
                value("submittedFrom", submittedFrom, LocalDate::parse),
                value("submittedTo", submittedTo, LocalDate::parse),
                value("name", name, Function.identity()),
                value("phone", phone, Function.identity()),
                value("number", number, Function.identity()));
    }

    private static <T> T value(String field, String typed, Function<String, T> reading) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            if (typed.length() <= LONGEST) {
                return reading.apply(typed.strip());
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Told below.
        }
        throw new RefusedRequest(List.of(Refusal.at(field, "FILTER_INVALID", "查询条件不正确，请重新选择。")));
    }

    private static Long id(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0L;
    }

    private static String code(String typed) {
        if (!typed.matches("[0-9A-Za-z]{1,4}")) {
            throw new IllegalArgumentException("not a code");
        }
        return typed;
    }

    private static String month(String typed) {
        return YearMonth.parse(typed).toString();
    }

    private static RealName.State realName(String typed) {
        return typed.equals("OFFLINE_PASSED") ? RealName.State.OFFLINE : RealName.State.valueOf(typed);
    }
}
