package cn.tuanwu.form;

import java.time.Instant;
import java.time.LocalDate;

class MissingRow {
    long registrationId;
    long accountId;
    long branchId;
    String name;
    byte[] phoneSealed;
    LineRow.Standing state;
    LocalDate due;
    Instant decidedAt;
}
