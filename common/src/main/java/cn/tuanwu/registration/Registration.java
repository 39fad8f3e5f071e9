package cn.tuanwu.registration;

import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.RealName;
import java.time.Instant;

/**
 * A registration (报到) and its life: DRAFT → PENDING → APPROVED | RETURNED | WITHDRAWN; RETURNED and WITHDRAWN → PENDING.
 *
 * @param version rises with every move; a decision names the version it is about
 * @param branch null until the first submission
 * @param realName null until the first submission
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
        Reason returned) {

    public enum State {
        DRAFT,
        PENDING,
        RETURNED,
        WITHDRAWN,
        APPROVED;

        /** Whether the member may change and submit it. */
        public boolean isEditable() {
            return this != PENDING && this != APPROVED;
        }
    }

    /** Why it was returned. */
    public record Reason(String code, String text) {}

    /** It waits for the branch; told in the transaction of the submission. */
    public record Submitted(long registrationId, int version, Organisation branch) {}

    /** The member took it back. */
    public record Withdrawn(long registrationId, int version) {}
}
