package cn.tuanwu.access;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** How the first accounts of an installation come to be: by a token the site owner makes at the shell. No default passwords. */
@Service
public class FirstAdmin {
    private final OrgAccountRows rows;
    private final ConsoleAccounts accounts;
    private final ConsoleTokens tokens;
    private final OrgDesk organisations;
    private final Passwords passwords;
    private final Tx tx;

    FirstAdmin(
            OrgAccountRows rows,
            ConsoleAccounts accounts,
            ConsoleTokens tokens,
            OrgDesk organisations,
            Passwords passwords,
            Tx tx) {
        this.rows = rows;
        this.accounts = accounts;
        this.tokens = tokens;
        this.organisations = organisations;
        this.passwords = passwords;
        this.tx = tx;
    }

    /**
     * A fresh token; earlier ones are worth nothing. Refused with ACCOUNTS_EXIST, unless it is again: then it makes one
     * more security account.
     */
    public Outcome<String> token(boolean again) {
        return rows.count() > 0 && !again
                ? Outcome.refused(Refusal.of("ACCOUNTS_EXIST", "已经有组织账号了。如果安全管理员的账号丢失，请加 --again。"))
                : Outcome.done(tokens.issue(ConsoleTokens.FIRST));
    }

    /** Whether the admin's account is made as well, and the root when there is none. */
    public boolean isVeryFirst() {
        return rows.count() == 0;
    }

    public Optional<Organisation> root() {
        return organisations.root();
    }

    /**
     * Makes the security account, and while there is no account at all the admin's as well. Refused with TOKEN_SPENT, and
     * beside the fields ("security.login", "admin.password", "organisation") with REQUIRED, LOGIN_INVALID, LOGIN_TAKEN,
     * PASSWORD_WEAK. Hashes: call it outside a transaction.
     */
    public Outcome<List<ConsoleAccounts.Account>> make(String token, String rootName, Wish security, Wish admin) {
        if (tokens.account(token)
                .filter(account -> account == ConsoleTokens.FIRST)
                .isEmpty()) {
            return Outcome.refused(ConsoleTokens.SPENT);
        }
        boolean both = isVeryFirst();
        List<Refusal> refusals = new ArrayList<>();
        if (root().isEmpty() && (rootName == null || rootName.isBlank() || rootName.length() > 60)) {
            refusals.add(Refusal.at("organisation", "REQUIRED", "请填写组织全称，最多 60 个字。"));
        }
        judge("security", security, refusals);
        if (both) {
            judge("admin", admin, refusals);
            if (refusals.isEmpty() && security.login.equalsIgnoreCase(admin.login)) {
                refusals.add(at("admin", ConsoleAccounts.LOGIN_TAKEN));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String securityHash = passwords.hash(security.password);
        String adminHash = both ? passwords.hash(admin.password) : null;
        return tx.write(() -> {
            if (!tokens.use(token) || both != isVeryFirst()) {
                return Outcome.refused(ConsoleTokens.SPENT);
            }
            Organisation root = root().orElseGet(() -> organisations.createRoot(rootName.strip()));
            List<ConsoleAccounts.Account> made = new ArrayList<>();
            Optional<Refusal> refused = add(made, root, security, securityHash, Seat.Role.SECURITY, "security")
                    .or(() -> both ? add(made, root, admin, adminHash, Seat.Role.ADMIN, "admin") : Optional.empty());
            return refused.isPresent() ? Outcome.refused(refused.get()) : Outcome.done(made);
        });
    }

    /** Sets the password an account waits for. Refused with TOKEN_SPENT, PASSWORD_WEAK. Hashes: call it outside a transaction. */
    public Outcome<String> setPassword(String token, String password) {
        Optional<Long> account = tokens.account(token).filter(id -> id != ConsoleTokens.FIRST);
        if (account.isEmpty()) {
            return Outcome.refused(ConsoleTokens.SPENT);
        }
        Optional<Refusal> weak = passwords.weakness(password, null);
        if (weak.isPresent()) {
            return Outcome.refused(weak.get());
        }
        String hash = passwords.hash(password);
        return tx.write(() ->
                tokens.use(token) ? accounts.passwordSet(account.get(), hash) : Outcome.refused(ConsoleTokens.SPENT));
    }

    private Optional<Refusal> add(
            List<ConsoleAccounts.Account> made,
            Organisation root,
            Wish wish,
            String hash,
            Seat.Role role,
            String field) {
        Outcome<ConsoleAccounts.Account> one = accounts.insert("site-owner", root, wish.login, hash, role);
        if (one instanceof Outcome.Refused<ConsoleAccounts.Account> refused) {
            return Optional.of(at(field, refused.first()));
        }
        made.add(((Outcome.Done<ConsoleAccounts.Account>) one).value());
        return Optional.empty();
    }

    private void judge(String field, Wish wish, List<Refusal> refusals) {
        if (wish == null || !ConsoleAccounts.isLogin(wish.login)) {
            refusals.add(at(field, ConsoleAccounts.LOGIN_INVALID));
        }
        passwords.weakness(wish == null ? null : wish.password, null).ifPresent(weak -> refusals.add(at(field, weak)));
    }

    private static Refusal at(String field, Refusal refusal) {
        return Refusal.at(field + "." + refusal.field(), refusal.code(), refusal.text());
    }

    /** A login and a password as typed. */
    public record Wish(String login, String password) {
        @Override
        public String toString() {
            return "Wish[…]";
        }
    }
}
