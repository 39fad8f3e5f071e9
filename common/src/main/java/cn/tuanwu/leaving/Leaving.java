package cn.tuanwu.leaving;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A wish about somebody's membership and its life: BRANCH → SUPERIOR → DONE | RETURNED (either) | WITHDRAWN (whoever asked) |
 * STOPPED (there is nothing left to decide). What the branch asks for, it has agreed to: it begins at SUPERIOR. Leaving at 28
 * is the branch's own to confirm: it is DONE at once. A member has one open at most.
 *
 * @param branch where the member was when it was asked for; of an open one, where the member is
 * @param cause why a registration is wrong; null else
 * @param words the reason in words; null when it was erased
 * @param evidence what supports it, in words, or null
 * @param startedBy a name; null: the member
 * @param asked whose turn it is, or was last; null when nobody was asked
 * @param agreedBy who agreed for the branch; null while nobody did
 * @param endedBy a name; null: the member, or nobody
 */
public record Leaving(
        long id,
        long registrationId,
        long accountId,
        Organisation branch,
        Kind kind,
        Cause cause,
        String words,
        String evidence,
        State state,
        Side startedSide,
        String startedBy,
        Instant startedAt,
        Organisation asked,
        String agreedBy,
        Instant agreedAt,
        Instant endedAt,
        String endedBy,
        String endReason) {
    static final Refusal MOVED_ON = Refusal.of("LEAVING_MOVED_ON", "这项申请的状态已变化，请以最新状态为准。");
    static final Refusal UNKNOWN = Refusal.of("LEAVING_UNKNOWN", "没有找到这项申请。");

    public enum Kind {
        AT_28("超龄离团"),
        VOLUNTARY("退团"),
        RESTORE("恢复团籍"),
        DELETION("删除报到");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Why a registration is wrong. */
    public enum Cause {
        WRONG_BRANCH("误报到其他团支部"),
        TWICE("重复报到"),
        NOT_A_MEMBER("不是团员");

        private final String label;

        Cause(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Optional<Cause> of(String code) {
            return Arrays.stream(values())
                    .filter(cause -> cause.name().equals(code))
                    .findFirst();
        }
    }

    public enum State {
        BRANCH("待团支部审核"),
        SUPERIOR("待上级确认"),
        DONE("已办结"),
        RETURNED("已退回"),
        WITHDRAWN("已撤回"),
        STOPPED("已终止");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isOpen() {
            return this == BRANCH || this == SUPERIOR;
        }
    }

    /** Who asked. */
    public enum Side {
        MEMBER,
        BRANCH
    }

    /** Somebody is asked; told in the transaction of the move. */
    public record Waits(long leavingId, long registrationId, Organisation organisation) {}

    /** Another organisation is asked instead; told in the transaction of the change. */
    public record Turned(long leavingId, Organisation organisation) {}

    /** It is over, and nobody decided that; told in the transaction of the end. */
    public record Ended(long leavingId) {}

    public boolean isOpen() {
        return state.isOpen();
    }

    @Override
    public String toString() {
        return "Leaving[" + id + " " + kind + " " + state + "]";
    }
}
