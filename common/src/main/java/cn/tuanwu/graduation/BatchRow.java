package cn.tuanwu.graduation;

import java.time.Instant;

class BatchRow {
    long id;
    String actor;
    long organisationId;
    GraduateBatch.State state;
    byte[] wishSealed;
    Instant createdAt;
}
