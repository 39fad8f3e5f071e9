package cn.tuanwu.review;

import java.time.Instant;

class ReviewBatchRow {
    long id;
    String actor;
    long organisationId;
    ReviewBatch.State state;
    ReviewBatch.Verdict verdict;
    Long branchId;
    String reasonCode;
    String note;
    Instant createdAt;
}
