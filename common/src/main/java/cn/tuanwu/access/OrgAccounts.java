package cn.tuanwu.access;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Organisation accounts: how a committee signs in at the console (seed guide: 组织账号). */
@Service
public class OrgAccounts {
    private static final Pattern LOGIN = Pattern.compile("[!-~]{1,40}");

    private final OrgAccountRows rows;
    private final Passwords passwords;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    OrgAccounts(OrgAccountRows rows, Passwords passwords, OrgDesk organisations, AuditDesk audit, Clock clock, Tx tx) {
        this.rows = rows;
        this.passwords = passwords;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    /** Refused with LOGIN_FAILED (which never says whether the account exists) or LOGIN_SLOWED after five failures. */
    public Outcome<Caller.OrgAccount> signIn(String login, String password) {
        OrgAccountRow row = LOGIN.matcher(login).matches() ? rows.byLogin(login) : null;
        if (row != null && SlowDown.isSlowed(row.slowedUntil, clock.instant())) {
            return Outcome.refused(SlowDown.REFUSAL);
        }
        boolean right = passwords.matches(password, row == null ? null : row.passwordHash);
        if (!right) {
            if (row != null) {
                tx.run(() -> rows.failed(row.id, SlowDown.after(row.failures + 1, clock.instant())));
            }
            return Outcome.refused(Refusal.of("LOGIN_FAILED", "账号或密码不正确。"));
        }
        tx.run(() -> {
            rows.cleared(row.id);
            audit.append("org-account:" + row.id, "org-account.signed-in", "org-account", row.id, null);
        });
        return Outcome.done(find(row.id).orElseThrow());
    }

    public Optional<Caller.OrgAccount> find(long id) {
        return Optional.ofNullable(rows.byId(id))
                .flatMap(row -> organisations.find(row.organisationId))
                .map(organisation -> new Caller.OrgAccount(id, organisation));
    }
}
