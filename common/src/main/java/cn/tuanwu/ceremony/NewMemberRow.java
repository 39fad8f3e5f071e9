package cn.tuanwu.ceremony;

import cn.tuanwu.registration.Registration;

/** Who took the oath, or is to be written down as having taken it. */
class NewMemberRow {
    long id;
    Long accountId;
    Long branchId;
    Registration.State state;
    String name;
    String joinMonth;
    byte[] phoneSealed;
    /** Where they took the oath, null when nowhere. */
    Long ceremonyId;
}
