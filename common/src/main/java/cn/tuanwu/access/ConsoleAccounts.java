package cn.tuanwu.access;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The organisation accounts of a subtree in the hands of its security admin. What takes rights away ends the account's
 * sessions in the same transaction. Nobody changes their own account here.
 */
@Service
public class ConsoleAccounts {
    private static final Refusal UNKNOWN = Refusal.of("ACCOUNT_UNKNOWN", "没有找到这个账号。");
    private static final Refusal OWN = Refusal.of("ACCOUNT_OWN", "不能办理自己的账号，请由另一位安全管理员办理。");
    static final Refusal LOGIN_TAKEN = Refusal.at("login", "LOGIN_TAKEN", "这个登录名已被使用，请换一个。");
    static final Refusal LOGIN_INVALID = Refusal.at("login", "LOGIN_INVALID", "登录名为 3 至 40 个字母、数字或 - _ .，以字母开头。");
    private static final String LOGIN = "[A-Za-z][A-Za-z0-9._-]{2,39}";

    private final OrgAccountRows rows;
    private final OrgDesk organisations;
    private final ConsoleSessions sessions;
    private final ConsoleTokens tokens;
    private final RecoveryCodes recovery;
    private final SignInStepRows steps;
    private final Passwords passwords;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    ConsoleAccounts(
            OrgAccountRows rows,
            OrgDesk organisations,
            ConsoleSessions sessions,
            ConsoleTokens tokens,
            RecoveryCodes recovery,
            SignInStepRows steps,
            Passwords passwords,
            AuditDesk audit,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.organisations = organisations;
        this.sessions = sessions;
        this.tokens = tokens;
        this.recovery = recovery;
        this.steps = steps;
        this.passwords = passwords;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** One page by age, one more than asked for when there are more. */
    public List<Account> list(Caller.Security caller, long after, int size) {
        return rows.within(caller.organisation().path() + '%', after, size + 1).stream()
                .map(this::account)
                .toList();
    }

    /**
     * Nobody can sign in with it until its owner sets the password. Refused with ORGANISATION_UNKNOWN outside the caller's
     * subtree, LOGIN_INVALID, LOGIN_TAKEN.
     */
    public Outcome<Account> create(Caller.Security caller, long organisationId, String login, Seat.Role role) {
        Optional<Organisation> organisation =
                organisations.find(organisationId).filter(found -> found.isWithin(caller.organisation()));
        if (organisation.isEmpty()) {
            return Outcome.refused(Refusal.at("organisationId", "ORGANISATION_UNKNOWN", "请选择本组织范围内的组织。"));
        }
        return insert(caller.actor(), organisation.get(), login, passwords.locked(), role);
    }

    Outcome<Account> insert(String actor, Organisation organisation, String login, String hash, Seat.Role role) {
        if (!isLogin(login)) {
            return Outcome.refused(LOGIN_INVALID);
        }
        try {
            return tx.write(() -> {
                long id = ids.next();
                rows.insert(id, organisation.id(), login, hash, role);
                audit.append(actor, "org-account.created", "org-account", id, role.name());
                return Outcome.done(account(rows.byId(id)));
            });
        } catch (DuplicateKeyException e) {
            return Outcome.refused(LOGIN_TAKEN);
        }
    }

    static boolean isLogin(String typed) {
        return typed != null && typed.matches(LOGIN);
    }

    /** Its owner has chosen one. Joins the transaction. */
    Outcome<String> passwordSet(long id, String hash) {
        rows.setPassword(id, hash);
        steps.dropAll("org-account:" + id);
        sessions.endAll("org-account:" + id);
        audit.append("org-account:" + id, "org-account.password-set", "org-account", id, null);
        return Outcome.done(rows.byId(id).login);
    }

    /** The account forgets its authenticator and enrols anew at the next sign-in. Refused with ACCOUNT_UNKNOWN, ACCOUNT_OWN. */
    public Outcome<Account> resetFactor(Caller.Security caller, long id) {
        return change(caller, id, "org-account.factor-reset", () -> {
            rows.dropFactor(id);
            recovery.drop(id);
            return true;
        });
    }

    /** The old password is worth nothing from now on; the owner sets one with the token. Refused as {@link #resetFactor}. */
    public Outcome<Account> resetPassword(Caller.Security caller, long id) {
        return change(caller, id, "org-account.password-reset", () -> {
            rows.setPassword(id, passwords.locked());
            return true;
        });
    }

    /** For an account whose password is to be set by its owner. Refused as {@link #resetFactor}, and once it has one. */
    public Outcome<String> token(Caller.Security caller, long id) {
        Optional<OrgAccountRow> row = within(caller, id);
        return row.isEmpty() || !row.get().passwordHash.equals(passwords.locked())
                ? Outcome.refused(UNKNOWN)
                : Outcome.done(tokens.issue(id));
    }

    /** Refused as {@link #resetFactor}. */
    public Outcome<Account> lock(Caller.Security caller, long id) {
        return change(caller, id, "org-account.locked", () -> rows.lock(id, clock.instant()) == 1);
    }

    /** Refused as {@link #resetFactor}. */
    public Outcome<Account> unlock(Caller.Security caller, long id) {
        return change(caller, id, "org-account.unlocked", () -> rows.unlock(id) == 1);
    }

    /** Refused as {@link #resetFactor}. */
    public Outcome<Account> setRole(Caller.Security caller, long id, Seat.Role role) {
        return change(caller, id, "org-account.role-changed", () -> rows.setRole(id, role) == 1);
    }

    /** Refused as {@link #resetFactor}. */
    public Outcome<Account> endSessions(Caller.Security caller, long id) {
        return change(caller, id, "org-account.sessions-ended", () -> true);
    }

    /** One account of the subtree. */
    public Optional<Account> find(Caller.Security caller, long id) {
        return within(caller, id).map(this::account);
    }

    private Outcome<Account> change(Caller.Security caller, long id, String action, BooleanSupplier deed) {
        return tx.write(() -> {
            Optional<OrgAccountRow> row = within(caller, id);
            if (row.isEmpty()) {
                return Outcome.refused(UNKNOWN);
            }
            if (caller.actor().equals("org-account:" + id)) {
                return Outcome.refused(OWN);
            }
            if (deed.getAsBoolean()) {
                steps.dropAll("org-account:" + id);
                sessions.endAll("org-account:" + id);
                audit.append(caller.actor(), action, "org-account", id, null);
            }
            return Outcome.done(account(rows.byId(id)));
        });
    }

    private Optional<OrgAccountRow> within(Caller.Security caller, long id) {
        return Optional.ofNullable(rows.byId(id)).filter(row -> organisations
                .find(row.organisationId)
                .filter(found -> found.isWithin(caller.organisation()))
                .isPresent());
    }

    private Account account(OrgAccountRow row) {
        return new Account(
                row.id,
                row.login,
                organisations.find(row.organisationId).orElseThrow(),
                row.role,
                row.lockedAt != null,
                !row.passwordHash.equals(passwords.locked()),
                row.factorSealed != null);
    }

    /**
     * @param hasPassword false until its owner has set one
     * @param hasFactor false until its owner has set the authenticator up
     */
    public record Account(
            long id,
            String login,
            Organisation organisation,
            Seat.Role role,
            boolean locked,
            boolean hasPassword,
            boolean hasFactor) {}
}
