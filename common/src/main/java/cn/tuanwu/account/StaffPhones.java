package cn.tuanwu.account;

import cn.tuanwu.access.Roster;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Operators prove at the console who they are with the phone of their own account (seed guide: 运营者以个人手机号登录). No answer
 * before a proof tells whether a phone has an account, or whether its owner serves anywhere.
 */
@Service
public class StaffPhones {
    private static final Refusal NO_OPERATOR = Refusal.of("NOT_ON_ROSTER", "这个手机号还没有被添加为运营者。如需使用控制台，请联系上级团委添加。");
    private static final SmsCodes.Purpose CONSOLE = SmsCodes.Purpose.CONSOLE;

    private final AccountRows rows;
    private final AccountDesk accounts;
    private final SmsCodes codes;
    private final Roster roster;
    private final Blind blind;
    private final Tx tx;

    StaffPhones(AccountRows rows, AccountDesk accounts, SmsCodes codes, Roster roster, Blind blind, Tx tx) {
        this.rows = rows;
        this.accounts = accounts;
        this.codes = codes;
        this.roster = roster;
        this.blind = blind;
        this.tx = tx;
    }

    /** The first of two proofs. Refused as {@link AccountDesk#signIn}, then with NOT_ON_ROSTER. */
    public Outcome<Roster.Person> byPassword(String phone, String password) {
        Outcome<Account> signedIn = accounts.signIn(phone, password, null);
        return signedIn instanceof Outcome.Done<Account> done
                ? serving(done.value().id())
                : Outcome.refused(((Outcome.Refused<Account>) signedIn).refusals());
    }

    /** Sent only to who serves somewhere; the answer is the same for everyone. Refused with PHONE_INVALID, SMS_TOO_OFTEN. */
    public Outcome<Phone> sendCode(String typed, String address) {
        return codes.send(typed, CONSOLE, address, phone -> person(phone)
                .flatMap(found -> roster.serving(found.id()))
                .isPresent());
    }

    /** To the phone of someone who gave the password. Refused with SMS_TOO_OFTEN. */
    public Outcome<Phone> sendCode(long staffId, String address) {
        return phone(staffId)
                .map(phone -> codes.send(phone.number(), CONSOLE, address))
                .orElse(Outcome.refused(NO_OPERATOR));
    }

    /** Uses the code up. Refused with PHONE_INVALID, SMS_CODE_WRONG, SMS_CODE_EXPIRED, NOT_ON_ROSTER. */
    public Outcome<Roster.Person> byCode(String typed, String smsCode) {
        Optional<Phone> phone = Phone.read(typed);
        if (phone.isEmpty()) {
            return Outcome.refused(SmsCodes.PHONE_INVALID);
        }
        Optional<Refusal> wrong = codes.check(phone.get(), CONSOLE, smsCode);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return tx.write(() -> {
            codes.use(phone.get(), CONSOLE);
            AccountRow row = rows.byPhone(blind.of("phone", phone.get().number()));
            return row == null ? Outcome.refused(NO_OPERATOR) : serving(row.id);
        });
    }

    /** As {@link #byCode}, for the phone of someone who gave the password. */
    public Outcome<Roster.Person> byCode(long staffId, String smsCode) {
        return phone(staffId).map(phone -> byCode(phone.number(), smsCode)).orElse(Outcome.refused(NO_OPERATOR));
    }

    /** Masked, so that its owner knows which phone to look at. */
    public Optional<String> masked(long staffId) {
        return phone(staffId).map(Phone::masked);
    }

    private Optional<Phone> phone(long staffId) {
        return roster.accountOf(staffId).flatMap(accounts::find).map(Account::phone);
    }

    private Outcome<Roster.Person> serving(long accountId) {
        return roster.byAccount(accountId)
                .flatMap(person -> roster.serving(person.id()))
                .map(Outcome::done)
                .orElse(Outcome.refused(NO_OPERATOR));
    }

    private Optional<Roster.Person> person(Phone phone) {
        return Optional.ofNullable(rows.byPhone(blind.of("phone", phone.number())))
                .flatMap(row -> roster.byAccount(row.id));
    }
}
