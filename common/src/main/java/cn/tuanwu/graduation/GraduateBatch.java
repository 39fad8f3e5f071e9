package cn.tuanwu.graduation;

import cn.tuanwu.transfer.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Many transfers on their way: CHECKING → CHECKED → CONFIRMED → DONE, or CANCELLED before its end. Until somebody confirms
 * nothing but the check was done.
 *
 * @param good members whose transfer may start
 * @param bad members in whose way something stands
 * @param started members whose transfer has started
 * @param failed members who were good, and in whose way something stood in the end
 * @param blockers how many members each thing stands in the way of; the commonest first
 * @param transfers how the started ones stand
 */
public record GraduateBatch(
        long id,
        State state,
        int total,
        int good,
        int bad,
        int started,
        int failed,
        List<Blocker> blockers,
        Map<Transfer.State, Integer> transfers,
        Instant createdAt) {

    public enum State {
        CHECKING,
        CHECKED,
        CONFIRMED,
        DONE,
        CANCELLED
    }

    public enum LineState {
        NEW("未检查"),
        GOOD("可以发起"),
        BAD("不能发起"),
        STARTED("已发起"),
        FAILED("未发起");

        private final String label;

        LineState(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param text as the first of them reads it */
    public record Blocker(String code, String text, int members) {}

    /**
     * A line of a sheet.
     *
     * @param cells one for each {@link GraduateColumn}, empty where nothing was filled in
     */
    public record Line(int number, List<String> cells) {
        public String cell(GraduateColumn column) {
            return cells.get(column.ordinal());
        }

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /**
     * One member in the report; nothing personal but the name and the masked document.
     *
     * @param branch where they are; null when there is no such member
     */
    public record Report(
            int line, String name, String document, String branch, LineState state, String code, String fault) {
        @Override
        public String toString() {
            return "Report[" + line + "]";
        }
    }
}
