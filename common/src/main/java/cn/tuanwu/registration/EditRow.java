package cn.tuanwu.registration;

import java.time.Instant;
import java.util.Map;

class EditRow {
    long id;
    long registrationId;
    Edit.Kind kind;
    Edit.State state;
    byte[] contentSealed;
    Instant submittedAt;
    Instant decidedAt;
    String decidedBy;
    String returnReason;

    /** What is sealed: the texts of the fields that change. */
    record Content(Map<String, String> before, Map<String, String> after, String evidence) {
        @Override
        public String toString() {
            return "Content[…]";
        }
    }
}
