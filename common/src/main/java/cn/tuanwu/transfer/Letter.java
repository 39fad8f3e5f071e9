package cn.tuanwu.transfer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The letter (转接介绍信) that leads a member out of the province: ISSUED → ARRIVED | VOID (the member or their branch began
 * another transfer, another one was done, or the membership ended). Until somebody says that they arrived, they are the branch's.
 *
 * @param until the last day of its validity
 * @param arrivedAt null: not known to have arrived
 * @param confirmedBy a name; null as well
 */
public record Letter(
        State state, String number, LocalDate issuedOn, LocalDate until, Instant arrivedAt, String confirmedBy) {
    public static final int DAYS = 90;

    public enum State {
        ISSUED("已开具"),
        ARRIVED("已到达"),
        VOID("已作废");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isValid(LocalDate today) {
        return state == State.ISSUED && !today.isAfter(until);
    }

    /**
     * What it says; never in answers but on the paper itself.
     *
     * @param document masked
     * @param issuer who answers for it
     */
    public record Facts(
            String name,
            String document,
            String birthMonth,
            String joinMonth,
            String memberNumber,
            String from,
            String to,
            String reason,
            String issuer) {
        @Override
        public String toString() {
            return "Facts[…]";
        }
    }
}
