package cn.tuanwu.erasure;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import java.time.Instant;

/**
 * A member's request to be erased: PENDING → WITHDRAWN (by the member, or with the registration) | RETURNED | AGREED →
 * DONE. From AGREED on nothing stops it; DONE comes in the transaction that removes every row.
 *
 * @param decidedBy the name of who decided, as it was then; null before that
 * @param reason why it was returned, or ended with the registration; null otherwise
 */
public record ErasureRequest(
        long id,
        long accountId,
        long registrationId,
        Organisation branch,
        State state,
        Instant askedAt,
        Instant decidedAt,
        String decidedBy,
        String reason,
        Instant doneAt) {
    static final Refusal MOVED_ON = Refusal.of("ERASURE_MOVED_ON", "这项申请的状态已变化，请以最新状态为准。");
    static final Refusal NONE = Refusal.of("ERASURE_UNKNOWN", "没有正在办理的删除申请。");

    public enum State {
        PENDING("等待上级团组织确认"),
        WITHDRAWN("已撤回"),
        RETURNED("已退回"),
        AGREED("已同意，正在删除"),
        DONE("已删除");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** It waits for the superior of the branch; told in the transaction of the request. */
    public record Opened(long erasureId, long registrationId, Organisation branch) {}

    /** Its member took it back, or the registration is gone; told in the transaction of that. */
    public record Ended(long erasureId) {}
}
