package cn.tuanwu.registration;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.RealName;
import java.time.Instant;

/**
 * A registration (报到) and its life: DRAFT → PENDING → APPROVED | RETURNED | WITHDRAWN; RETURNED and WITHDRAWN → PENDING.
 * Once approved it is a member's: APPROVED → EDIT_PENDING → APPROVED | EDIT_RETURNED; EDIT_RETURNED → EDIT_PENDING |
 * APPROVED. A member leaves: LEFT_AT_28 or LEFT_VOLUNTARILY, and by mistake only comes back: → APPROVED. A wrong one is
 * erased: it leaves a tombstone and no state.
 *
 * @param version rises with every move; a decision names the version it is about
 * @param branch null until the first submission
 * @param realName null until the first submission
 * @param edit the change that waits or was returned; null otherwise
 * @param leftAt since when no member any more; null otherwise
 */
public record Registration(
        long id,
        long accountId,
        State state,
        int version,
        Organisation branch,
        RealName realName,
        Instant submittedAt,
        Instant decidedAt,
        String decidedBy,
        Reason returned,
        Edit edit,
        Instant leftAt) {
    static final Refusal MOVED_ON = Refusal.of("REGISTRATION_MOVED_ON", "该申请的状态已变化，请以最新状态为准。");
    static final Refusal DOCUMENT_TAKEN =
            Refusal.at("documentNumber", "DOCUMENT_TAKEN", "该证件号码已有人报到，请核对；如无误请由上级团组织核实。");

    public enum State {
        DRAFT,
        PENDING,
        RETURNED,
        WITHDRAWN,
        APPROVED,
        EDIT_PENDING,
        EDIT_RETURNED,
        /** 超龄离团 */
        LEFT_AT_28,
        /** 退团 */
        LEFT_VOLUNTARILY,
        /** 转出省外: arrived there. */
        LEFT_OUTSIDE;

        /** Whether it may be filled in and submitted. */
        public boolean isEditable() {
            return this == DRAFT || this == RETURNED || this == WITHDRAWN;
        }

        /** Whether the branch has approved it. */
        public boolean isMember() {
            return this == APPROVED || isEdit();
        }

        /** Whether a member has left the league; the record stays. */
        public boolean isLeft() {
            return this == LEFT_AT_28 || this == LEFT_VOLUNTARILY || this == LEFT_OUTSIDE;
        }

        public boolean isEdit() {
            return this == EDIT_PENDING || this == EDIT_RETURNED;
        }
    }

    /** Why it was returned. */
    public record Reason(String code, String text) {}

    /** Something happened to it, or it is gone; told in the transaction of the move, after it. */
    public record Stepped(long registrationId) {}

    /** Nothing is left of it but a tombstone; what a room keeps of it goes too. Told in the transaction of the erasing. */
    public record Erased(long registrationId, long accountId) {}

    /** It waits for the branch; told in the transaction of the submission. */
    public record Submitted(long registrationId, int version, Organisation branch) {}

    /** A change waits: of an edit for the branch, of a correction for its superior. */
    public record EditSubmitted(long registrationId, long editId, Edit.Kind kind, Organisation branch) {}

    /** The member took back what waited, the registration itself or a change. */
    public record Withdrawn(long registrationId, int version) {}
}
