package cn.tuanwu.account;

import cn.tuanwu.kernel.Phone;
import cn.tuanwu.org.OrgDesk.University;

/** An account as its owner sees it. */
public record Account(long id, Phone phone, University university) {}
