package cn.tuanwu.graduation;

class GraduateLineRow {
    int lineNo;
    GraduateBatch.LineState state;
    byte[] cellsSealed;
    Long registrationId;
    String code;
    String fault;
    String name;
    byte[] documentSealed;
    String branchName;
    int counted;
}
