package cn.tuanwu.account;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Passwords;
import cn.tuanwu.access.SlowDown;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A forgotten password, by SMS. No answer tells whether a phone has an account: one without is sent nothing, and hears the same. */
@Service
public class PasswordDesk {
    private static final SmsCodes.Purpose RESET = SmsCodes.Purpose.RESET_PASSWORD;

    private final AccountRows rows;
    private final SmsCodes codes;
    private final DeviceDesk devices;
    private final Passwords passwords;
    private final SlowDown slowDown;
    private final Blind blind;
    private final AuditDesk audit;
    private final Tx tx;

    PasswordDesk(
            AccountRows rows,
            SmsCodes codes,
            DeviceDesk devices,
            Passwords passwords,
            SlowDown slowDown,
            Blind blind,
            AuditDesk audit,
            Tx tx) {
        this.rows = rows;
        this.codes = codes;
        this.devices = devices;
        this.passwords = passwords;
        this.slowDown = slowDown;
        this.blind = blind;
        this.audit = audit;
        this.tx = tx;
    }

    /** Refused with PHONE_INVALID or SMS_TOO_OFTEN, either the same whether or not there is an account. */
    public Outcome<Phone> sendCode(String typed, String address) {
        return codes.send(typed, RESET, address, phone -> account(phone) != null);
    }

    /**
     * Judges and hashes; takes long and stores nothing but a wrong try, so call it outside a transaction. Refused beside the
     * field with PHONE_INVALID, PASSWORD_WEAK, SMS_CODE_WRONG, SMS_CODE_EXPIRED.
     */
    public Outcome<NewPassword> judge(String typedPhone, String smsCode, String password) {
        Optional<Phone> phone = Phone.read(typedPhone);
        if (phone.isEmpty()) {
            return Outcome.refused(SmsCodes.PHONE_INVALID);
        }
        Optional<Refusal> fault =
                passwords.weakness(password, phone.get().number()).or(() -> codes.check(phone.get(), RESET, smsCode));
        return fault.isPresent()
                ? Outcome.refused(fault.get())
                : Outcome.done(new NewPassword(phone.get(), passwords.hash(password)));
    }

    /** Sets it, uses the code up and signs the account out everywhere. */
    public Outcome<Phone> set(NewPassword judged) {
        return tx.write(() -> {
            AccountRow row = account(judged.phone);
            if (row == null) {
                return Outcome.refused(SmsCodes.EXPIRED);
            }
            Caller.OwnAccount owner = new Caller.OwnAccount(row.id);
            rows.setPassword(row.id, judged.hash);
            codes.use(judged.phone, RESET);
            slowDown.cleared("account", judged.phone.number());
            devices.endAll(owner);
            audit.append(owner.actor(), "account.password-reset", "account", row.id, null);
            return Outcome.done(judged.phone);
        });
    }

    private AccountRow account(Phone phone) {
        return rows.byPhone(blind.of("phone", phone.number()));
    }

    /** Found good; only {@link #judge} makes one. */
    public static final class NewPassword {
        private final Phone phone;
        private final String hash;

        private NewPassword(Phone phone, String hash) {
            this.phone = phone;
            this.hash = hash;
        }
    }
}
