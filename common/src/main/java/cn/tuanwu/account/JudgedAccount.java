package cn.tuanwu.account;

import cn.tuanwu.kernel.Phone;
import cn.tuanwu.org.OrgDesk.University;

/** A new account found good and ready to be made; only {@link AccountDesk#judge} makes one. */
public final class JudgedAccount {
    private final Phone phone;
    private final String passwordHash;
    private final University university;
    private final NewAccount wish;

    JudgedAccount(Phone phone, String passwordHash, University university, NewAccount wish) {
        this.phone = phone;
        this.passwordHash = passwordHash;
        this.university = university;
        this.wish = wish;
    }

    Phone phone() {
        return phone;
    }

    String passwordHash() {
        return passwordHash;
    }

    University university() {
        return university;
    }

    NewAccount wish() {
        return wish;
    }
}
