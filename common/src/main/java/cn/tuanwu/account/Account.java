package cn.tuanwu.account;

import cn.tuanwu.kernel.Phone;
import cn.tuanwu.org.OrgDesk.University;

/** An account as its owner sees it. */
public record Account(long id, Phone phone, University university) {

    /** It is gone; told in the transaction that removes it, for each room to forget what it kept of it. */
    public record Closed(long accountId) {}

    /** Someone else may hold it from now on: no way in from before opens it; told in the transaction of the change. */
    public record HandedOver(long accountId) {}
}
