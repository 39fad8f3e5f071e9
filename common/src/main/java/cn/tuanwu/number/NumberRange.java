package cn.tuanwu.number;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.util.Locale;

/**
 * A run of member numbers of one year and province, both ends in it (field-research G1, G7).
 *
 * @param prefix year, two digits of the province
 * @param first serial, 0 to 999 999
 * @param last serial, not before {@code first}
 */
public record NumberRange(String prefix, int first, int last) {
    private static final int PREFIX = 6;

    /** The six serial digits allow no more. */
    public static final int LAST_SERIAL = 999_999;

    /** One number alone: both ends the same (seed guide: 若只录入一个编号，则两侧编号相同). */
    public static NumberRange of(MemberNumber number) {
        int serial = Integer.parseInt(number.text().substring(PREFIX));
        return new NumberRange(number.text().substring(0, PREFIX), serial, serial);
    }

    /**
     * Reads what an admin typed on the two sides. Refused beside {@code start} or {@code end} with SEGMENT_MALFORMED (not
     * 12 digits), SEGMENT_MIXED (not one year and province), SEGMENT_BACKWARDS.
     */
    public static Outcome<NumberRange> read(String start, String end) {
        if (!isOurs(start) || !isOurs(end)) {
            return Outcome.refused(
                    Refusal.at(isOurs(start) ? "end" : "start", "SEGMENT_MALFORMED", "请填写 12 位数字的发展团员编号。"));
        }
        NumberRange from = of(MemberNumber.read(start).orElseThrow());
        NumberRange to = of(MemberNumber.read(end).orElseThrow());
        if (!from.prefix.equals(to.prefix)) {
            return Outcome.refused(Refusal.at("end", "SEGMENT_MIXED", "起止编号的前 6 位（年份和省份）必须相同。"));
        }
        return from.first <= to.first
                ? Outcome.done(new NumberRange(from.prefix, from.first, to.first))
                : Outcome.refused(Refusal.at("end", "SEGMENT_BACKWARDS", "终止编号不能小于起始编号。"));
    }

    private static boolean isOurs(String typed) {
        return MemberNumber.read(typed).flatMap(MemberNumber::province).isPresent();
    }

    public int size() {
        return last - first + 1;
    }

    public String start() {
        return number(first);
    }

    public String end() {
        return number(last);
    }

    boolean holds(NumberRange other) {
        return prefix.equals(other.prefix) && first <= other.first && other.last <= last;
    }

    private String number(int serial) {
        return prefix + String.format(Locale.ROOT, "%06d", serial);
    }
}
