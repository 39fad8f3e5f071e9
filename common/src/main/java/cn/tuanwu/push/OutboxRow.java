package cn.tuanwu.push;

class OutboxRow {
    long id;
    PushKind kind;
    long subjectId;
    String receiver;
    int claimNo;
    int attempts;
}
