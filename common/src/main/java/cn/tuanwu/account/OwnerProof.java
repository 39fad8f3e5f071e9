package cn.tuanwu.account;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Passwords;
import cn.tuanwu.access.SlowDown;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether whoever is signed in is the owner: asked once more before what can't be undone. */
@Component
public class OwnerProof {
    private static final String KIND = "account";
    private static final Refusal WRONG = Refusal.at("password", "PASSWORD_WRONG", "密码不正确，请重新输入。");

    private final AccountRows rows;
    private final AccountDesk accounts;
    private final Passwords passwords;
    private final SlowDown slowDown;
    private final SmsCodes codes;

    OwnerProof(AccountRows rows, AccountDesk accounts, Passwords passwords, SlowDown slowDown, SmsCodes codes) {
        this.rows = rows;
        this.accounts = accounts;
        this.passwords = passwords;
        this.slowDown = slowDown;
        this.codes = codes;
    }

    /** Takes long: call it outside a transaction. PASSWORD_WRONG or LOGIN_SLOWED; wrong ones count as at the sign-in. */
    public Optional<Refusal> byPassword(Caller.OwnAccount caller, String password) {
        String name = phone(caller).number();
        Optional<Refusal> slowed = slowDown.refusal(KIND, name);
        if (slowed.isPresent()) {
            return slowed;
        }
        if (!passwords.matches(password == null ? "" : password, rows.find(caller.accountId()).passwordHash)) {
            slowDown.failed(KIND, name);
            return Optional.of(WRONG);
        }
        return Optional.empty();
    }

    /** Sends a code to the caller's own phone. Refused with SMS_TOO_OFTEN. */
    public Outcome<Phone> sendCode(Caller.OwnAccount caller, SmsCodes.Purpose purpose, String address) {
        return codes.send(phone(caller).number(), purpose, address);
    }

    /** SMS_CODE_WRONG or SMS_CODE_EXPIRED. */
    public Optional<Refusal> byCode(Caller.OwnAccount caller, SmsCodes.Purpose purpose, String smsCode) {
        return codes.check(phone(caller), purpose, smsCode);
    }

    /** By whichever of the two was typed; a code is used up by it. Refused as they are. */
    public Optional<Refusal> refusal(
            Caller.OwnAccount caller, SmsCodes.Purpose purpose, String password, String smsCode) {
        if (smsCode == null || smsCode.isBlank()) {
            return byPassword(caller, password);
        }
        Optional<Refusal> wrong = byCode(caller, purpose, smsCode);
        if (wrong.isEmpty()) {
            codes.use(phone(caller), purpose);
        }
        return wrong;
    }

    private Phone phone(Caller.OwnAccount caller) {
        return accounts.find(caller.accountId()).orElseThrow().phone();
    }
}
