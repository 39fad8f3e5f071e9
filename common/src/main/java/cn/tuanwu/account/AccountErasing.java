package cn.tuanwu.account;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import org.springframework.stereotype.Component;

/** The account, its ways in, its codes and the scans that led to it. */
@Component
class AccountErasing implements Erasing {
    private final AccountClosing accounts;

    AccountErasing(AccountClosing accounts) {
        this.accounts = accounts;
    }

    @Override
    public Turn turn() {
        return Turn.ACCOUNT;
    }

    @Override
    public void erase(Person person) {
        if (person.accountStays()) {
            return;
        }
        accounts.close(person.accountId());
    }
}
