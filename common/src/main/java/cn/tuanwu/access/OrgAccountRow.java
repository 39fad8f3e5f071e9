package cn.tuanwu.access;

import java.time.Instant;

class OrgAccountRow {
    long id;
    long organisationId;
    String login;
    String passwordHash;
    Seat.Role role;
    byte[] factorSealed;
    long factorStep;
    Instant lockedAt;
}
