package cn.tuanwu.account;

import java.time.Instant;

class AccountRow {
    long id;
    byte[] phoneSealed;
    String passwordHash;
    long universityId;
    int failures;
    Instant slowedUntil;
}
