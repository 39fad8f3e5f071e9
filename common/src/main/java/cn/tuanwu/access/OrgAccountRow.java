package cn.tuanwu.access;

import java.time.Instant;

class OrgAccountRow {
    long id;
    long organisationId;
    String passwordHash;
    int failures;
    Instant slowedUntil;
}
