package cn.tuanwu.review;

import java.time.Instant;

/**
 * One operator's card for one task, as the platform knows it.
 *
 * @param responseCode the newest unused one, or null: good for one update within 72 hours of {@code responseCodeAt}
 */
public record ReviewCard(
        long taskId, long staffId, State state, String messageId, String responseCode, Instant responseCodeAt) {

    /** DUE → SENT → CLOSED; LOST when it can't be updated any more. */
    public enum State {
        DUE,
        SENT,
        CLOSED,
        LOST
    }

    /** The platform's task_id: unique per app, at most 128 of [0-9A-Za-z_-@]. */
    public static String platformTaskId(long taskId, long staffId) {
        return "review-" + taskId + "-" + staffId;
    }
}
