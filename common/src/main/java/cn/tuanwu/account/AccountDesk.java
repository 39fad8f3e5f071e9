package cn.tuanwu.account;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Passwords;
import cn.tuanwu.access.SlowDown;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.invite.ScanDesk;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.OrgDesk.University;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Makes accounts and signs their owners in (product §2). A phone number is an account; the unique key says so. */
@Service
public class AccountDesk {
    private static final Refusal LOGIN_FAILED = Refusal.of("LOGIN_FAILED", "手机号或密码不正确。");

    private static final String KIND = "account";

    private final AccountRows rows;
    private final SlowDown slowDown;
    private final SmsCodes codes;
    private final ScanDesk scans;
    private final OrgDesk organisations;
    private final Passwords passwords;
    private final Seal seal;
    private final Blind blind;
    private final AuditDesk audit;
    private final Ids ids;
    private final Tx tx;

    AccountDesk(
            AccountRows rows,
            SlowDown slowDown,
            SmsCodes codes,
            ScanDesk scans,
            OrgDesk organisations,
            Passwords passwords,
            Seal seal,
            Blind blind,
            AuditDesk audit,
            Ids ids,
            Tx tx) {
        this.rows = rows;
        this.slowDown = slowDown;
        this.codes = codes;
        this.scans = scans;
        this.organisations = organisations;
        this.passwords = passwords;
        this.seal = seal;
        this.blind = blind;
        this.audit = audit;
        this.ids = ids;
        this.tx = tx;
    }

    /** {@link #judge} and {@link #open} in one: refused as they are. */
    public Outcome<Account> register(NewAccount wish) {
        Outcome<JudgedAccount> judged = judge(wish);
        return judged instanceof Outcome.Done<JudgedAccount> good
                ? open(good.value())
                : Outcome.refused(((Outcome.Refused<JudgedAccount>) judged).refusals());
    }

    /**
     * Judges and hashes; takes long and stores nothing but a wrong try, so call it outside a transaction. Refused beside
     * the field with PHONE_INVALID, PASSWORD_WEAK, UNIVERSITY_UNKNOWN, SMS_CODE_WRONG, SMS_CODE_EXPIRED.
     */
    public Outcome<JudgedAccount> judge(NewAccount wish) {
        Optional<Phone> phone = wish.readPhone();
        Optional<University> university =
                Optional.ofNullable(wish.universityId()).flatMap(organisations::university);
        List<Refusal> refusals = new ArrayList<>();
        if (phone.isEmpty()) {
            refusals.add(SmsCodes.PHONE_INVALID);
        }
        passwords
                .weakness(wish.password(), phone.map(Phone::number).orElse(null))
                .ifPresent(refusals::add);
        if (university.isEmpty()) {
            refusals.add(Refusal.at("universityId", "UNIVERSITY_UNKNOWN", "请选择所在高校。"));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Optional<Refusal> wrongCode = wish.proven() != null
                ? Optional.empty()
                : codes.check(phone.get(), SmsCodes.Purpose.REGISTER, wish.smsCode());
        if (wrongCode.isPresent()) {
            return Outcome.refused(wrongCode.get());
        }
        String hash = passwords.hash(wish.password());
        return Outcome.done(new JudgedAccount(phone.get(), hash, university.get(), wish));
    }

    /**
     * Makes the account and uses the SMS code up. Refused with PHONE_TAKEN: whether a phone is taken is told only to who
     * holds its code.
     */
    public Outcome<Account> open(JudgedAccount judged) {
        try {
            return tx.write(() -> insert(judged));
        } catch (DuplicateKeyException e) {
            return Outcome.refused(Refusal.at("phone", "PHONE_TAKEN", "这个手机号已经注册，请直接登录。"));
        }
    }

    /** Whether there is an account of this phone. */
    public boolean isTaken(Phone phone) {
        return rows.byPhone(blind.of("phone", phone.number())) != null;
    }

    /**
     * Makes an account on somebody's behalf: no password opens it, its owner comes in by an SMS code. Joins the transaction.
     * Refused with PHONE_TAKEN.
     */
    public Outcome<Long> openFor(Caller.Admin caller, Phone phone, long universityId) {
        if (isTaken(phone)) {
            return Outcome.refused(Refusal.at("phone", "PHONE_TAKEN", "手机号 " + phone.masked() + " 已经注册，请本人登录后报到。"));
        }
        long id = ids.next();
        byte[] sealed = seal.seal(phonePlace(id), phone.number());
        rows.insert(id, sealed, blind.of("phone", phone.number()), passwords.locked(), universityId);
        audit.append(caller.actor(), "account.opened-for", "account", id, null);
        return Outcome.done(id);
    }

    private Outcome<Account> insert(JudgedAccount judged) {
        long id = ids.next();
        Phone phone = judged.phone();
        NewAccount wish = judged.wish();
        byte[] sealed = seal.seal(phonePlace(id), phone.number());
        rows.insert(
                id,
                sealed,
                blind.of("phone", phone.number()),
                judged.passwordHash(),
                judged.university().id());
        codes.use(phone, SmsCodes.Purpose.REGISTER);
        bind(id, WeChatApp.MINI_PROGRAM, wish.miniProgramOpenid());
        if (wish.scan() != null) {
            bind(
                    id,
                    WeChatApp.OFFICIAL_ACCOUNT,
                    scans.openidFor(wish.scan(), id).orElse(null));
        }
        audit.append("account:" + id, "account.registered", "account", id, null);
        return Outcome.done(new Account(id, phone, judged.university()));
    }

    /**
     * Refused with LOGIN_FAILED or LOGIN_SLOWED, either the same whether or not the account exists.
     *
     * @param miniProgramOpenid bound to the account when the password is right; may be null
     */
    public Outcome<Account> signIn(String typedPhone, String password, String miniProgramOpenid) {
        Optional<Phone> phone = Phone.read(typedPhone);
        if (phone.isEmpty()) {
            return Outcome.refused(LOGIN_FAILED);
        }
        String name = phone.get().number();
        Optional<Refusal> slowed = slowDown.refusal(KIND, name);
        if (slowed.isPresent()) {
            return Outcome.refused(slowed.get());
        }
        AccountRow row = rows.byPhone(blind.of("phone", name));
        if (!passwords.matches(password == null ? "" : password, row == null ? null : row.passwordHash)) {
            slowDown.failed(KIND, name);
            return Outcome.refused(LOGIN_FAILED);
        }
        tx.run(() -> {
            slowDown.cleared(KIND, name);
            bind(row.id, WeChatApp.MINI_PROGRAM, miniProgramOpenid);
        });
        return Outcome.done(account(row));
    }

    /** WeChat's own sign-in: whoever the openid is bound to. Refused with WECHAT_NOT_BOUND. */
    public Outcome<Account> signInByWeChat(String openid) {
        AccountRow row = rows.byOpenid(WeChatApp.MINI_PROGRAM, openid);
        return row == null
                ? Outcome.refused(Refusal.of("WECHAT_NOT_BOUND", "这个微信还没有绑定账号，请用手机号和密码登录一次，或先注册。"))
                : Outcome.done(account(row));
    }

    public Optional<Account> find(long id) {
        return Optional.ofNullable(rows.find(id)).map(this::account);
    }

    public Optional<Account> withPhone(Phone phone) {
        return Optional.ofNullable(rows.byPhone(blind.of("phone", phone.number())))
                .map(this::account);
    }

    /** The openid to push to in that app, when one is bound. */
    public Optional<String> openid(long accountId, WeChatApp app) {
        return rows.openids(accountId, app).stream().findFirst();
    }

    private void bind(long accountId, WeChatApp app, String openid) {
        if (openid != null) {
            rows.bind(app, openid, accountId);
        }
    }

    private Account account(AccountRow row) {
        Phone phone = new Phone(seal.open(phonePlace(row.id), row.phoneSealed));
        return new Account(
                row.id, phone, organisations.university(row.universityId).orElseThrow());
    }

    static Place phonePlace(long id) {
        return new Place("account", "phone", id);
    }
}
