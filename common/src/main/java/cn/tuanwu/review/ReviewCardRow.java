package cn.tuanwu.review;

import java.time.Instant;

class ReviewCardRow {
    long taskId;
    long staffId;
    ReviewCard.State state;
    String messageId;
    String responseCode;
    Instant responseCodeAt;

    ReviewCard card() {
        return new ReviewCard(taskId, staffId, state, messageId, responseCode, responseCodeAt);
    }
}
