package cn.tuanwu.registration;

import java.time.Instant;

class TombstoneRow {
    long id;
    String number;
    Long branchId;
    String joinMonth;
    String endMonth;
    byte[] documentBlind;
    Instant endedAt;
    String endedBy;
    String reason;
}
