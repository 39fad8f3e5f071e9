package cn.tuanwu.form;

import cn.tuanwu.registration.Registration;

/** Whose form it is or will be. */
class MemberRow {
    long id;
    Long branchId;
    Registration.State state;
    String name;
}
