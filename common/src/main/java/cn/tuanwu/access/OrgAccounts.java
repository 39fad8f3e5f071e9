package cn.tuanwu.access;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Organisation accounts: how a committee proves at the console who it is (seed guide: 组织账号). */
@Service
public class OrgAccounts {
    static final Pattern LOGIN = Pattern.compile("[!-~]{1,40}");

    private static final String KIND = "org-account";

    private final OrgAccountRows rows;
    private final SlowDown slowDown;
    private final Passwords passwords;
    private final Seats seats;
    private final Tx tx;

    OrgAccounts(OrgAccountRows rows, SlowDown slowDown, Passwords passwords, Seats seats, Tx tx) {
        this.rows = rows;
        this.slowDown = slowDown;
        this.passwords = passwords;
        this.seats = seats;
        this.tx = tx;
    }

    /**
     * The first half of signing in; nothing is open yet. Refused with LOGIN_FAILED (which never says whether the account
     * exists), LOGIN_SLOWED after five failures, ACCOUNT_LOCKED to who has the right password.
     */
    public Outcome<Known> prove(String login, String password) {
        OrgAccountRow row = LOGIN.matcher(login).matches() ? rows.byLogin(login) : null;
        String name = login.toLowerCase(Locale.ROOT);
        Optional<Refusal> slowed = slowDown.refusal(KIND, name);
        if (slowed.isPresent()) {
            return Outcome.refused(slowed.get());
        }
        if (!passwords.matches(password, row == null ? null : row.passwordHash)) {
            slowDown.failed(KIND, name);
            return Outcome.refused(Refusal.of("LOGIN_FAILED", "账号或密码不正确。"));
        }
        if (row.lockedAt != null) {
            return Outcome.refused(Refusal.of("ACCOUNT_LOCKED", "这个账号已停用，请联系上级组织的安全管理员。"));
        }
        tx.run(() -> slowDown.cleared(KIND, name));
        return Outcome.done(new Known(row.id, row.factorSealed != null));
    }

    /** The seat of an account at the console; none while it is locked. */
    public Optional<Seat> find(long id) {
        return seats.ofAccount(id);
    }

    public Optional<String> login(long id) {
        return Optional.ofNullable(rows.byId(id)).map(row -> row.login);
    }

    /** Knows the password. */
    public record Known(long accountId, boolean hasFactor) {}
}
