package cn.tuanwu.account;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Accounts elsewhere that open an account here (product §2). A phone the provider names is a suggestion, never a proof:
 * numbers change hands, and a number is an account. Whoever is not linked yet proves the phone here, by its account's
 * password or by an SMS.
 */
@Service
public class LinkedDesk {
    private static final Refusal ELSEWHERE = Refusal.of("LINKED_ELSEWHERE", "这个账号已关联到另一个团务账号，请先在那个账号里解除关联。");
    private static final Refusal ALREADY = Refusal.of("LINKED_ALREADY", "您的团务账号已关联了这家的另一个账号，请先解除原来的关联。");
    private static final Refusal UNIVERSITY_NEEDED =
            Refusal.at("universityId", "UNIVERSITY_NEEDED", "这个手机号还没有团务账号，请选择所在高校，完成后自动注册。");
    private static final SmsCodes.Purpose LINK = SmsCodes.Purpose.LINK;
    private static final int SECRET_BYTES = 24;

    private final LinkedRows rows;
    private final AccountRows accountRows;
    private final AccountDesk accounts;
    private final SmsCodes codes;
    private final Blind blind;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    LinkedDesk(
            LinkedRows rows,
            AccountRows accountRows,
            AccountDesk accounts,
            SmsCodes codes,
            Blind blind,
            AuditDesk audit,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.accountRows = accountRows;
        this.accounts = accounts;
        this.codes = codes;
        this.blind = blind;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** The account this subject opens. */
    public Optional<Account> account(LinkedSubject subject) {
        return Optional.ofNullable(rows.owner(index(subject))).flatMap(accounts::find);
    }

    /** Links the caller's own account; again is the same as once. Refused with LINKED_ELSEWHERE, LINKED_ALREADY. */
    public Outcome<Account> link(Caller.OwnAccount caller, LinkedSubject subject) {
        return apart(() -> add(subject, caller.accountId()));
    }

    /** Sends a code to prove a phone with. Refused with PHONE_INVALID or SMS_TOO_OFTEN, whoever the phone belongs to. */
    public Outcome<Phone> sendCode(String phone, String address) {
        return codes.send(phone, LINK, address);
    }

    /**
     * Links the account of the phone that was proven, or one made for it. Takes long, so call it outside a transaction.
     * Refused with LOGIN_FAILED or LOGIN_SLOWED for a password; with PHONE_INVALID, SMS_CODE_WRONG, SMS_CODE_EXPIRED for a
     * code, and only then with UNIVERSITY_NEEDED when the phone has no account yet; as {@link #link} is.
     */
    public Outcome<Account> prove(LinkedSubject subject, PhoneProof proof) {
        if (proof.password() != null) {
            Outcome<Account> known = accounts.signIn(proof.phone(), proof.password(), proof.miniProgramOpenid());
            return known instanceof Outcome.Done<Account> done
                    ? apart(() -> add(subject, done.value().id()))
                    : known;
        }
        Optional<Phone> phone = Phone.read(proof.phone());
        if (phone.isEmpty()) {
            return Outcome.refused(SmsCodes.PHONE_INVALID);
        }
        Optional<Refusal> wrong = codes.check(phone.get(), LINK, proof.smsCode());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        AccountRow known = accountRows.byPhone(blind.of("phone", phone.get().number()));
        return known != null ? join(subject, proof, phone.get(), known.id) : open(subject, proof, phone.get());
    }

    private Outcome<Account> join(LinkedSubject subject, PhoneProof proof, Phone phone, long account) {
        return apart(() -> {
            codes.use(phone, LINK);
            if (proof.miniProgramOpenid() != null) {
                accountRows.bind(WeChatApp.MINI_PROGRAM, proof.miniProgramOpenid(), account);
            }
            return add(subject, account);
        });
    }

    /** The new account has a password nobody knows: its owner sets one by SMS when they want one. */
    private Outcome<Account> open(LinkedSubject subject, PhoneProof proof, Phone phone) {
        if (proof.universityId() == null) {
            return Outcome.refused(UNIVERSITY_NEEDED);
        }
        Outcome<JudgedAccount> judged = accounts.judge(new NewAccount(
                null,
                phone,
                null,
                ids.token(SECRET_BYTES),
                proof.universityId(),
                proof.miniProgramOpenid(),
                proof.scan()));
        if (judged instanceof Outcome.Refused<JudgedAccount> refused) {
            return Outcome.refused(refused.refusals());
        }
        JudgedAccount good = ((Outcome.Done<JudgedAccount>) judged).value();
        return apart(() -> {
            codes.use(phone, LINK);
            Outcome<Account> made = accounts.open(good);
            return made instanceof Outcome.Done<Account> done
                    ? add(subject, done.value().id())
                    : made;
        });
    }

    /** What the caller has linked, the oldest first. */
    public List<Link> list(Caller.OwnAccount caller) {
        return rows.of(caller.accountId());
    }

    /** @return false when nothing of this provider was linked */
    public boolean unlink(Caller.OwnAccount caller, String provider) {
        return tx.write(() -> {
            boolean gone = rows.delete(caller.accountId(), provider) == 1;
            if (gone) {
                audit.append(caller.actor(), "account.unlinked", "account", caller.accountId(), provider);
            }
            return gone;
        });
    }

    private Outcome<Account> add(LinkedSubject subject, long account) {
        byte[] index = index(subject);
        rows.sweep(index);
        Long owner = rows.owner(index);
        if (owner != null && owner != account) {
            return Outcome.refused(ELSEWHERE);
        }
        if (owner == null) {
            if (rows.of(account).stream().anyMatch(link -> link.provider().equals(subject.provider()))) {
                return Outcome.refused(ALREADY);
            }
            rows.insert(ids.next(), account, subject.provider(), index, clock.instant());
            audit.append("account:" + account, "account.linked", "account", account, subject.provider());
        }
        return Outcome.done(accounts.find(account).orElseThrow());
    }

    /** Of two that link at once the keys let one through; the other is told so. */
    private Outcome<Account> apart(java.util.function.Supplier<Outcome<Account>> change) {
        try {
            return tx.write(change);
        } catch (DuplicateKeyException e) {
            return Outcome.refused(ELSEWHERE);
        }
    }

    private byte[] index(LinkedSubject subject) {
        return blind.of("linked " + subject.issuer(), subject.name());
    }

    public record Link(String provider, Instant linkedAt) {}
}
