package cn.tuanwu.transfer;

import java.time.Instant;

class NodeRow {
    long transferId;
    int no;
    Transfer.Role role;
    long organisationId;
    Transfer.Turn state;
    Instant openedAt;
    Instant decidedAt;
    String decidedName;
    String note;
}
