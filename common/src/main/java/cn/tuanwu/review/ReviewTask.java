package cn.tuanwu.review;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.org.Organisation;
import java.time.Instant;

/**
 * One submission waiting for, or past, its decision. OPEN → APPROVED | RETURNED (once) | CANCELLED (the member withdrew).
 *
 * @param escalated it waited too long: the superior's operators and admins may decide as well
 * @param decidedBy the name of who decided, null otherwise
 */
public record ReviewTask(
        long id,
        long registrationId,
        Organisation branch,
        State state,
        Instant openedAt,
        boolean escalated,
        String decidedBy,
        Instant decidedAt,
        String reason) {

    public enum State {
        OPEN,
        APPROVED,
        RETURNED,
        CANCELLED
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Today's truth in one sentence, for cards and late taps. */
    public String verdict(Instant now) {
        return switch (state) {
            case OPEN -> "待审核";
            case APPROVED -> "已由 " + decidedBy + " 于 " + ChinaTime.brief(decidedAt, now) + " 同意";
            case RETURNED -> "已由 " + decidedBy + " 于 " + ChinaTime.brief(decidedAt, now) + " 退回";
            case CANCELLED -> "团员已撤回报到，无需审核";
        };
    }
}
