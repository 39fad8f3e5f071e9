package cn.tuanwu.api.ceremony;

import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.ceremony.CeremonyDesk;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Refusal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** A filter as a page sends it: what is empty is not asked for, what is no value at all is refused beside its field. */
record CeremonyFilter(String organisation, String month, String words) {
    private static final int LONGEST = 40;
    private static final String MONTH = "[12][0-9]{3}-(0[1-9]|1[0-2])";

    CeremonyDesk.Filter read() {
        if (words != null && words.length() > LONGEST) {
            throw refused("words");
        }
        boolean any = isEmpty(month);
        if (!any && !month.matches(MONTH)) {
            throw refused("month");
        }
        YearMonth asked = any ? null : YearMonth.parse(month);
        return new CeremonyDesk.Filter(
                isEmpty(organisation) ? null : TypedId.of(organisation.strip()),
                any ? null : first(asked),
                any ? null : first(asked.plusMonths(1)),
                isEmpty(words) ? null : words.strip());
    }

    private static Instant first(YearMonth month) {
        return month.atDay(1).atStartOfDay(ChinaTime.ZONE).toInstant();
    }

    private static boolean isEmpty(String typed) {
        return typed == null || typed.isBlank();
    }

    private static RefusedRequest refused(String field) {
        return new RefusedRequest(List.of(Refusal.at(field, "FILTER_INVALID", "查询条件不正确，请重新选择。")));
    }
}
