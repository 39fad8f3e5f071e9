package cn.tuanwu.review;

import java.time.Instant;
import java.util.List;

/**
 * One decision for many reviews: DECIDING → DONE, or CANCELLED with the rest undecided. Each is decided by itself.
 *
 * @param waiting not decided yet
 * @param decided as it was wished
 * @param refused those it was not possible for; each says why, and by whom somebody else was quicker
 * @param refusals the first of them
 */
public record ReviewBatch(
        long id,
        State state,
        Verdict verdict,
        int total,
        int waiting,
        int decided,
        int refused,
        List<Line> refusals,
        Instant createdAt) {

    public enum State {
        DECIDING,
        DONE,
        CANCELLED
    }

    public enum Verdict {
        APPROVE("同意"),
        RETURN("退回");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum LineState {
        WAITING,
        DONE,
        REFUSED
    }

    /**
     * @param name of the member, whole
     * @param code null when it was decided
     * @param text for people, null when it was decided
     */
    public record Line(long taskId, String name, LineState state, String code, String text) {
        @Override
        public String toString() {
            return "Line[" + taskId + " " + state + "]";
        }
    }

    /**
     * Transfers that were started together and wait for the same organisation.
     *
     * @param startedBy who started them, and for which branch first of all
     */
    public record Group(
            long transferBatchId, String startedBy, String from, String target, int waiting, Instant since) {}
}
