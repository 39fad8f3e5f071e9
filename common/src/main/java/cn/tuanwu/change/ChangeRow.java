package cn.tuanwu.change;

import java.time.Instant;

class ChangeRow {
    long id;
    Change.Kind kind;
    long organisationId;
    Long targetId;
    String name;
    String shortName;
    Change.State state;
    int version;
    long deciderId;
    Long thenDeciderId;
    long askedFrom;
    String askedBy;
    Instant askedAt;
    String reason;
    String agreedBy;
    Instant agreedAt;
    String decidedBy;
    Instant decidedAt;
    String note;
}
