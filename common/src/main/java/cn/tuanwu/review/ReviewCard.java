package cn.tuanwu.review;

import java.time.Instant;

/**
 * One card on one operator's phone, as the platform knows it.
 *
 * @param edition 1 for the first card of this operator and task; the highest is the one that counts
 * @param responseCode the newest unused one, or null: good for one update within 72 hours of {@code responseCodeAt}
 */
public record ReviewCard(
        long taskId,
        long staffId,
        int edition,
        State state,
        String messageId,
        String responseCode,
        Instant responseCodeAt) {

    /**
     * DUE → SENT → CLOSED. SENT → SUPERSEDED when a newer card took its place; SENT → LOST when it should be closed and
     * can't be updated any more. A tap on a lost card brings a fresh code and makes it SENT again.
     */
    public enum State {
        DUE,
        SENT,
        CLOSED,
        SUPERSEDED,
        LOST
    }

    /** Whether it is the card its operator is to decide with. */
    public boolean isLive() {
        return state == State.DUE || state == State.SENT;
    }

    public String platformTaskId() {
        return edition == 1 ? platformTaskId(taskId, staffId) : platformTaskId(taskId, staffId) + "-" + edition;
    }

    /** The platform's task_id of a first card: unique per app, at most 128 of [0-9A-Za-z_-@]. */
    public static String platformTaskId(long taskId, long staffId) {
        return "review-" + taskId + "-" + staffId;
    }
}
