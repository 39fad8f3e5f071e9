package cn.tuanwu.review;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.org.Organisation;
import java.time.Instant;

/**
 * One submission waiting for, or past, its decision. OPEN → APPROVED | RETURNED (once) | CANCELLED (the member withdrew).
 *
 * @param escalated it waited too long: the superior's operators and admins may decide as well
 * @param decidedBy the name of who decided, as it was then; null otherwise
 * @param editId the change to decide, null when it is something else
 * @param rebindingId the re-binding to decide, null when it is something else
 * @param formId the volunteer form that is to replace another, null when it is something else
 * @param transferId the transfer, null when it is something else; then the branch is the organisation of its node
 * @param transferNode whose turn in the transfer, null when it is something else
 * @param appealId the transfer whose return is appealed against, null when it is something else
 * @param leavingId whose membership ends, comes back or was a mistake, null when it is something else; then the branch is
 *     the organisation that is asked
 * @param erasureId the request to be erased, null when it is something else
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
        String reason,
        Kind kind,
        Long editId,
        Long rebindingId,
        Long formId,
        Long transferId,
        Integer transferNode,
        Long appealId,
        Long leavingId,
        Long erasureId) {

    /** What is to be decided: by the branch, but a correction or a form by its superior. */
    public enum Kind {
        REGISTRATION("报到"),
        EDIT("资料修改"),
        CORRECTION("资料更正"),
        /** Of the account to another phone; its requester is not signed in. */
        REBINDING("手机号换绑"),
        /** That is to replace the formal one. */
        FORM("志愿书更换"),
        /** To another branch: one task for each node, for the node's organisation. */
        TRANSFER("组织关系转接"),
        /** Against a transfer's return: for the superior of the node, whose organisation is the branch here. */
        APPEAL("转接申诉"),
        /** 退团, 恢复团籍 or the deletion of a wrong registration: one task for the branch, one for its superior. */
        LEAVING("团籍事项"),
        /** Of everything that is known of the member; the superior's to confirm. */
        ERASURE("个人信息删除");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum State {
        OPEN,
        APPROVED,
        RETURNED,
        CANCELLED
    }

    /** Somebody decided it; told in the transaction of the decision. */
    public record Decided(ReviewTask task) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Today's truth in one sentence, for cards and late taps. */
    public String verdict(Instant now) {
        return switch (state) {
            case OPEN -> "待审核";
            case APPROVED -> "已由 " + decidedBy + " 于 " + ChinaTime.brief(decidedAt, now) + " 同意";
            case RETURNED -> "已由 " + decidedBy + " 于 " + ChinaTime.brief(decidedAt, now) + " 退回";
            case CANCELLED ->
                switch (kind) {
                    case REBINDING -> "换绑申请已撤回、被拒绝或过期，无需审核";
                    case TRANSFER -> "转接已撤回、过期或终止，无需审核";
                    case APPEAL -> "申诉已由本人撤回或失效，无需审核";
                    case LEAVING -> "该申请已撤回或终止，无需审核";
                    case ERASURE -> "团员已撤回删除申请，无需审核";
                    case FORM -> "上传人已撤回这份志愿书，或团员已离团，无需审核";
                    default -> "团员已撤回" + kind.label + "，无需审核";
                };
        };
    }
}
