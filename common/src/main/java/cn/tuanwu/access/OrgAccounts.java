package cn.tuanwu.access;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Organisation accounts: how a committee signs in at the console (seed guide: 组织账号). */
@Service
public class OrgAccounts {
    private static final Pattern LOGIN = Pattern.compile("[!-~]{1,40}");

    private static final String KIND = "org-account";

    private final OrgAccountRows rows;
    private final SlowDown slowDown;
    private final Passwords passwords;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Tx tx;

    OrgAccounts(
            OrgAccountRows rows,
            SlowDown slowDown,
            Passwords passwords,
            OrgDesk organisations,
            AuditDesk audit,
            Tx tx) {
        this.rows = rows;
        this.slowDown = slowDown;
        this.passwords = passwords;
        this.organisations = organisations;
        this.audit = audit;
        this.tx = tx;
    }

    /** Refused with LOGIN_FAILED (which never says whether the account exists) or LOGIN_SLOWED after five failures. */
    public Outcome<Signed> signIn(String login, String password) {
        OrgAccountRow row = LOGIN.matcher(login).matches() ? rows.byLogin(login) : null;
        String name = login.toLowerCase(Locale.ROOT);
        Optional<Refusal> slowed = slowDown.refusal(KIND, name);
        if (slowed.isPresent()) {
            return Outcome.refused(slowed.get());
        }
        boolean right = passwords.matches(password, row == null ? null : row.passwordHash);
        if (!right) {
            slowDown.failed(KIND, name);
            return Outcome.refused(Refusal.of("LOGIN_FAILED", "账号或密码不正确。"));
        }
        tx.run(() -> {
            slowDown.cleared(KIND, name);
            audit.append("org-account:" + row.id, "org-account.signed-in", "org-account", row.id, null);
        });
        return Outcome.done(new Signed(row.id, find(row.id).orElseThrow()));
    }

    /** The seat of an account at the console. */
    public Optional<Seat> find(long id) {
        return Optional.ofNullable(rows.byId(id)).flatMap(row -> organisations
                .find(row.organisationId)
                .map(organisation ->
                        new Seat("org-account:" + row.id, organisation.shortName(), organisation, row.role)));
    }

    public record Signed(long accountId, Seat seat) {}
}
