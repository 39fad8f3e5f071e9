package cn.tuanwu.rebind;

import cn.tuanwu.account.Account;
import cn.tuanwu.account.AccountClosing;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Re-bindings, the phones they name, how often was asked. */
@Component
class RebindErasing implements Erasing {
    private final RebindingRows rows;
    private final RebindBook book;
    private final RebindPace pace;
    private final RebindPushes pushes;
    private final AccountDesk accounts;
    private final AccountClosing closing;

    RebindErasing(
            RebindingRows rows,
            RebindBook book,
            RebindPace pace,
            RebindPushes pushes,
            AccountDesk accounts,
            AccountClosing closing) {
        this.rows = rows;
        this.book = book;
        this.pace = pace;
        this.pushes = pushes;
        this.accounts = accounts;
        this.closing = closing;
    }

    @Override
    public void erase(Person person) {
        person.documents().forEach(pace::forgetDocument);
        if (person.accountStays()) {
            return;
        }
        Set<String> phones = former(person.accountId());
        accounts.find(person.accountId()).map(Account::phone).map(Phone::number).ifPresent(phones::add);
        phones.stream().map(Phone::new).forEach(phone -> {
            pace.forgetPhone(phone);
            closing.forgetFormer(phone);
        });
        rows.of(person.accountId()).forEach(row -> pushes.expireNoMore(row.id));
        rows.forget(person.accountId());
    }

    private Set<String> former(long accountId) {
        return rows.of(accountId).stream()
                .map(book::rebinding)
                .flatMap(one -> Stream.of(one.oldPhone(), one.newPhone()))
                .map(Phone::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
