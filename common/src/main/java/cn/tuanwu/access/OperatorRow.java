package cn.tuanwu.access;

import java.time.Instant;

class OperatorRow {
    long organisationId;
    long staffId;
    String name;
    Long accountId;
    String wecomUserid;
    Instant useridMissedAt;
    Seat.Role role;
}
