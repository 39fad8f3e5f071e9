package cn.tuanwu.registration;

import java.time.Instant;
import java.util.List;

/**
 * A change after the approval that somebody has to agree to. PENDING → APPROVED | RETURNED | WITHDRAWN.
 *
 * @param changes old and new in the words people read; document numbers masked
 * @param evidence what a correction is supported by; null for an edit
 */
public record Edit(
        long id,
        long registrationId,
        Kind kind,
        State state,
        List<Change> changes,
        String evidence,
        Instant submittedAt,
        Instant decidedAt,
        String decidedBy,
        String returnReason) {

    public enum Kind {
        /** Of reviewed fields: the branch agrees. */
        EDIT("资料修改"),
        /** Of locked fields: the superior agrees. */
        CORRECTION("资料更正");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum State {
        PENDING,
        APPROVED,
        RETURNED,
        WITHDRAWN
    }

    /** @param field its name in the profile */
    public record Change(String field, String label, String before, String after) {}
}
