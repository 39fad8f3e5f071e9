package cn.tuanwu.transfer;

import java.time.Instant;

class AppealRow {
    long transferId;
    long registrationId;
    int nodeNo;
    String reason;
    long organisationId;
    Appeal.State state;
    byte[] wordsSealed;
    Instant filedAt;
    Instant decidedAt;
    String decidedName;
    String note;
}
