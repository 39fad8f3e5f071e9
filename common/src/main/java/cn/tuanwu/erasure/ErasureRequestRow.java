package cn.tuanwu.erasure;

import java.time.Instant;

class ErasureRequestRow {
    long id;
    long accountId;
    long registrationId;
    long branchId;
    ErasureRequest.State state;
    Instant askedAt;
    Instant decidedAt;
    String decidedBy;
    String decidedName;
    String reason;
    Instant doneAt;
}
