package cn.tuanwu.api.access;

import cn.tuanwu.access.OperatorDesk;
import cn.tuanwu.account.Account;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.registration.RegistrationBook;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may be made an operator: whoever has an account. The name the branch approved counts, else the one that is typed. */
@Component
class Candidates {
    private final AccountDesk accounts;
    private final RegistrationBook registrations;

    Candidates(AccountDesk accounts, RegistrationBook registrations) {
        this.accounts = accounts;
        this.registrations = registrations;
    }

    Outcome<OperatorDesk.Candidate> find(String typedPhone, String typedName) {
        Optional<Phone> phone = Phone.read(typedPhone);
        if (phone.isEmpty()) {
            return Outcome.refused(Refusal.at("phone", "PHONE_INVALID", "请填写 11 位手机号。"));
        }
        Optional<Account> account = accounts.withPhone(phone.get());
        if (account.isEmpty()) {
            return Outcome.refused(Refusal.at("phone", "PHONE_NOT_REGISTERED", "这个手机号还没有注册，请本人先在小程序注册账号。"));
        }
        Optional<String> name = registrations.approvedName(account.get().id()).or(() -> Optional.ofNullable(typedName)
                .flatMap(PersonName::read)
                .map(PersonName::text));
        return name.map(known ->
                        Outcome.done(new OperatorDesk.Candidate(account.get().id(), known)))
                .orElseGet(() -> Outcome.refused(Refusal.at("name", "NAME_INVALID", "此人还没有完成报到，请填写真实姓名。")));
    }
}
