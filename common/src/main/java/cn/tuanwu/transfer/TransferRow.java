package cn.tuanwu.transfer;

import java.time.Instant;

class TransferRow {
    long id;
    long registrationId;
    Transfer.Kind kind;
    Transfer.Reason reason;
    byte[] wordsSealed;
    byte[] unitSealed;
    byte[] placeSealed;
    long fromBranchId;
    Long targetId;
    Long toBranchId;
    Transfer.State state;
    int version;
    int nodeNo;
    Transfer.Side startedSide;
    String startedBy;
    String startedName;
    Instant startedAt;
    Instant expiresAt;
    Instant endedAt;
    String endedName;
    String endReason;
    Long batchId;
}
