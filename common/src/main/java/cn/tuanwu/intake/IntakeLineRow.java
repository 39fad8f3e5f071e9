package cn.tuanwu.intake;

class IntakeLineRow {
    int lineNo;
    String state;
    byte[] cellsSealed;
    String fault;
    int counted;
}
