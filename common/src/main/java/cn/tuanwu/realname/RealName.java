package cn.tuanwu.realname;

import java.time.Instant;

/**
 * A real-name check as others may see it.
 *
 * @param id null for a document that no provider can check
 * @param waitsUntil when it goes on, while the day's checks are used up; else null
 */
public record RealName(Long id, State state, Instant waitsUntil) {

    public RealName(Long id, State state) {
        this(id, state, null);
    }

    /** checking → passed | failed | passed offline (product §4). */
    public enum State {
        CHECKING("校验中"),
        PASSED("通过"),
        FAILED("校验失败"),
        OFFLINE("线下通过");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The word of the operating guides. */
        public String label() {
            return label;
        }

        public boolean isPassed() {
            return this == PASSED || this == OFFLINE;
        }
    }

    /** What a provider answers. */
    public enum Result {
        MATCH,
        MISMATCH,
        NO_RECORD,
        /** Asked about this pair too often: not now. */
        REPEATED,
        ERROR
    }

    /** A check came to its end; told in the transaction that settled it. */
    public record Settled(long checkId, State state) {}
}
