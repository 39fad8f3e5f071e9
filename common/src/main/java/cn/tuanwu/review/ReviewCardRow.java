package cn.tuanwu.review;

import java.time.Instant;

class ReviewCardRow {
    long taskId;
    long staffId;
    int edition;
    ReviewCard.State state;
    String messageId;
    String responseCode;
    Instant responseCodeAt;

    ReviewCard card() {
        return new ReviewCard(taskId, staffId, edition, state, messageId, responseCode, responseCodeAt);
    }
}
