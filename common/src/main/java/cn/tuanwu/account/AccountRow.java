package cn.tuanwu.account;

class AccountRow {
    long id;
    byte[] phoneSealed;
    String passwordHash;
    long universityId;
}
