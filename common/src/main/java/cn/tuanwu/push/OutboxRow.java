package cn.tuanwu.push;

import java.time.Instant;

class OutboxRow {
    long id;
    PushKind kind;
    long subjectId;
    String receiver;
    int claimNo;
    int attempts;
    String lastError;
    Instant createdAt;
    Instant settledAt;
}
