package cn.tuanwu.ceremony;

/** Somebody to choose from. */
class CandidateRow {
    long registrationId;
    long accountId;
    long branchId;
    String name;
    byte[] phoneSealed;
    String joinMonth;
    boolean taken;
}
