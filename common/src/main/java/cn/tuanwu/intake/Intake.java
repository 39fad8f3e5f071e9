package cn.tuanwu.intake;

import java.util.List;

/**
 * A sheet on its way: CHECKING → CHECKED → CONFIRMED → DONE. Until somebody confirms nothing but the check was done.
 *
 * @param good lines that may be brought in
 * @param bad lines the check found fault with
 * @param done lines brought in
 * @param failed lines that were good and yet refused in the end
 * @param faults of the first lines that are bad or failed
 */
public record Intake(long id, State state, int total, int good, int bad, int done, int failed, List<Fault> faults) {

    public enum State {
        CHECKING,
        CHECKED,
        CONFIRMED,
        DONE
    }

    /** @param line as Excel counts */
    public record Fault(int line, String text) {}

    /**
     * A line of the sheet.
     *
     * @param cells one for each {@link IntakeColumn}, empty where nothing was filled in
     * @param fault why it was not brought in; null: nothing against it
     */
    public record Line(int number, List<String> cells, String fault) {
        public String cell(IntakeColumn column) {
            return cells.get(column.ordinal());
        }

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }
}
