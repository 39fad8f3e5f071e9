package cn.tuanwu.form;

import java.time.Instant;
import java.time.LocalDate;

/** How it stands with one member's form. */
class LineRow {
    long registrationId;
    long branchId;
    Standing state;
    LocalDate due;
    String name;
    String joinMonth;
    Instant decidedAt;

    enum Standing {
        MISSING,
        FORMAL,
        /** There is a formal one, and another is to replace it. */
        WAITING
    }
}
