package cn.tuanwu.insight;

import java.time.Instant;

/** What a registration is found by. */
class LineRow {
    long registrationId;
    long branchId;
    String state;
    String realName;
    String education;
    String ethnicity;
    String political;
    String joinMonth;
    Instant submittedAt;
    String name;
}
