package cn.tuanwu.leaving;

import java.time.Instant;

class LeavingRow {
    long id;
    long registrationId;
    long accountId;
    long branchId;
    Leaving.Kind kind;
    Leaving.Cause cause;
    byte[] wordsSealed;
    byte[] evidenceSealed;
    Leaving.State state;
    int version;
    Leaving.Side startedSide;
    String startedBy;
    String startedName;
    Instant startedAt;
    Long askedId;
    String agreedName;
    Instant agreedAt;
    Instant endedAt;
    String endedName;
    String endReason;
}
