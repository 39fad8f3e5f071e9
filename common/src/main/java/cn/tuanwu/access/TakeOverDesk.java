package cn.tuanwu.access;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * 接管码. A superior's admin makes one for an organisation without an account, or whose account is lost; whoever types it
 * becomes that organisation's admin account, and the former ones end. No answer tells whether a code exists.
 */
@Service
public class TakeOverDesk {
    static final int LENGTH = 8;
    private static final Duration VALID = Duration.ofDays(20);

    /** Without 0 O o 1 l I i: nobody reads one for another. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz";

    /** Eleven digits would read as an operator's phone where people sign in. */
    private static final Pattern LOGIN = Pattern.compile("(?![0-9]{11}$)[0-9A-Za-z][0-9A-Za-z._@-]{3,39}");

    private static final String KIND = "take-over";
    private static final Refusal FAILED = Refusal.of("TAKE_OVER_FAILED", "接管码不正确、已使用或已过期。接管码区分大小写，请核对后再试，或请上级重新生成。");

    private final TakeOverRows rows;
    private final SlowDown slowDown;
    private final Passwords passwords;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Blind blind;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;
    private final SecureRandom random = new SecureRandom();

    TakeOverDesk(
            TakeOverRows rows,
            SlowDown slowDown,
            Passwords passwords,
            OrgDesk organisations,
            AuditDesk audit,
            Blind blind,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.slowDown = slowDown;
        this.passwords = passwords;
        this.organisations = organisations;
        this.audit = audit;
        this.blind = blind;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** A fresh code; an older one ends. Refused with ORGANISATION_UNKNOWN unless it stands below the caller's. */
    public Outcome<Issued> issue(Caller.Admin caller, long organisationId) {
        Optional<Organisation> organisation = organisations
                .find(organisationId)
                .filter(found -> found.open() && found.isBelow(caller.organisation()));
        if (organisation.isEmpty()) {
            return Outcome.refused(Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个下级组织。接管码由上级组织生成。"));
        }
        String code = code();
        Instant now = clock.instant();
        Instant expires = now.plus(VALID);
        return tx.write(() -> {
            long id = ids.next();
            rows.endAll(organisationId, now);
            rows.insert(id, organisationId, hash(code), caller.actor(), now, expires);
            audit.append(caller.actor(), "take-over.issued", "organisation", organisationId, null);
            return Outcome.done(new Issued(code, expires));
        });
    }

    /**
     * Judges and hashes; takes long and stores nothing but a wrong try, so call it outside a transaction. Refused with
     * LOGIN_INVALID or PASSWORD_WEAK beside the field, TAKE_OVER_FAILED, LOGIN_SLOWED.
     *
     * @param from who is slowed down after five wrong codes
     */
    public Outcome<Judged> judge(String typed, String login, String password, String from) {
        Optional<Refusal> slowed = slowDown.refusal(KIND, from);
        if (slowed.isPresent()) {
            return Outcome.refused(slowed.get());
        }
        if (login == null || !LOGIN.matcher(login).matches()) {
            return Outcome.refused(
                    Refusal.at("login", "LOGIN_INVALID", "登录名为 4 至 40 位字母、数字或 . _ @ -，以字母或数字开头，不能是 11 位数字（会与手机号混淆）。"));
        }
        Optional<Refusal> weak = passwords.weakness(password, null);
        if (weak.isPresent()) {
            return Outcome.refused(weak.get());
        }
        String code = typed == null ? "" : typed.strip();
        if (code.length() != LENGTH || rows.organisationOf(hash(code), clock.instant()) == null) {
            slowDown.failed(KIND, from);
            return Outcome.refused(FAILED);
        }
        return Outcome.done(new Judged(hash(code), login, passwords.hash(password), from));
    }

    /** Uses the code up; of two at once one wins. Refused with TAKE_OVER_FAILED, LOGIN_TAKEN. */
    public Outcome<Organisation> redeem(Judged judged) {
        Instant now = clock.instant();
        try {
            return tx.write(() -> {
                Long organisation = rows.organisationOf(judged.code, now);
                long account = ids.next();
                if (organisation == null || rows.use(judged.code, account, now) == 0) {
                    return Outcome.refused(FAILED);
                }
                int ended = rows.endAdmins(organisation, now);
                rows.insertAdmin(account, organisation, judged.login, judged.passwordHash);
                slowDown.cleared(KIND, judged.from);
                audit.append(
                        "org-account:" + account, "take-over.redeemed", "organisation", organisation, "ended:" + ended);
                return Outcome.done(organisations.find(organisation).orElseThrow());
            });
        } catch (DuplicateKeyException e) {
            return Outcome.refused(Refusal.at("login", "LOGIN_TAKEN", "这个登录名已被使用，请换一个。"));
        }
    }

    private String code() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private byte[] hash(String code) {
        return blind.of(KIND, code);
    }

    /** @param code shown once, to be handed on */
    public record Issued(String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[…]";
        }
    }

    /** A good wish to take over. */
    public static final class Judged {
        private final byte[] code;
        private final String login;
        private final String passwordHash;
        private final String from;

        private Judged(byte[] code, String login, String passwordHash, String from) {
            this.code = code;
            this.login = login;
            this.passwordHash = passwordHash;
            this.from = from;
        }
    }
}
