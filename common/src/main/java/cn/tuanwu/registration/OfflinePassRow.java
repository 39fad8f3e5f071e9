package cn.tuanwu.registration;

import java.time.Instant;

class OfflinePassRow {
    long id;
    long registrationId;
    byte[] explanationSealed;
    String passedBy;
    String passedName;
    Instant passedAt;
}
