package cn.tuanwu.review;

import java.time.Instant;

class ReviewTaskRow {
    long id;
    long registrationId;
    long branchId;
    ReviewTask.State state;
    Instant openedAt;
    Instant escalatedAt;
    String decidedName;
    Instant decidedAt;
    String reason;
    ReviewTask.Kind kind;
    Long editId;
    Long rebindingId;
    Long formId;
    Long transferId;
    Integer transferNode;
    Long appealId;
    Long leavingId;
    Long erasureId;
}
