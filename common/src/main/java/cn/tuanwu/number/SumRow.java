package cn.tuanwu.number;

class SumRow {
    long organisationId;
    long held;
    long touched;
    long used;
    long voided;
}
