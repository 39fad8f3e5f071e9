package cn.tuanwu.api.transfer;

import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.transfer.PassageDesk;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A filter as a page sends it: what is empty is not asked for, what is no value at all is refused beside its field.
 *
 * @param which of the tab; empty: what is to be decided here
 * @param month yyyy-MM in which it was started
 */
record TransferFilter(String organisation, String which, String direction, String name, String phone, String month) {
    private static final int LONGEST = 60;
    private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

    PassageDesk.Filter read() {
        PassageDesk.Which wanted = one(PassageDesk.Which.class, "which", which);
        return new PassageDesk.Filter(
                isEmpty(organisation) ? null : TypedId.of(organisation.strip()),
                wanted == null ? PassageDesk.Which.HERE : wanted,
                one(PassageDesk.Direction.class, "direction", direction),
                words("name", name),
                words("phone", phone),
                readMonth());
    }

    private YearMonth readMonth() {
        if (isEmpty(month)) {
            return null;
        }
        if (!MONTH.matcher(month).matches()) {
            throw refused("month");
        }
        return YearMonth.parse(month);
    }

    private static String words(String field, String typed) {
        if (typed != null && typed.length() > LONGEST) {
            throw refused(field);
        }
        return isEmpty(typed) ? null : typed.strip();
    }

    private static <T extends Enum<T>> T one(Class<T> all, String field, String typed) {
        return isEmpty(typed)
                ? null
                : Arrays.stream(all.getEnumConstants())
                        .filter(each -> each.name().equals(typed))
                        .findFirst()
                        .orElseThrow(() -> refused(field));
    }

    private static boolean isEmpty(String typed) {
        return typed == null || typed.isBlank();
    }

    private static RefusedRequest refused(String field) {
        return new RefusedRequest(List.of(Refusal.at(field, "FILTER_INVALID", "查询条件不正确，请重新选择。")));
    }

    @Override
    public String toString() {
        return "TransferFilter[" + which + "]";
    }
}
