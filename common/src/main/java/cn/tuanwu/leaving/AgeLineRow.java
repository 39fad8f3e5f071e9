package cn.tuanwu.leaving;

import java.time.LocalDate;

class AgeLineRow {
    long registrationId;
    long branchId;
    String standing;
    LocalDate day;
}
