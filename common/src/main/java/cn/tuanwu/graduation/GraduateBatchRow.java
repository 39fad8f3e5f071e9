package cn.tuanwu.graduation;

import java.time.Instant;

class GraduateBatchRow {
    long id;
    String actor;
    long organisationId;
    GraduateBatch.State state;
    byte[] wishSealed;
    Instant createdAt;
}
