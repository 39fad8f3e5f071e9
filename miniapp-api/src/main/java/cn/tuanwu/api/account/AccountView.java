package cn.tuanwu.api.account;

import cn.tuanwu.account.Account;

/** An account as its owner's pages show it; the phone is masked even there. */
public record AccountView(String id, String phone, UniversityView university) {

    public static AccountView of(Account account) {
        return new AccountView(
                Long.toString(account.id()),
                account.phone().masked(),
                new UniversityView(
                        Long.toString(account.university().id()),
                        account.university().name()));
    }

    public record UniversityView(String id, String name) {}
}
