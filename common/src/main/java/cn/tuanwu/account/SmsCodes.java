package cn.tuanwu.account;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** SMS codes: 6 digits, 5 minutes, 5 tries. Only the newest code of a phone and purpose counts. */
@Service
public class SmsCodes {
    public static final Duration VALID = Duration.ofMinutes(5);
    public static final Duration PAUSE = Duration.ofMinutes(1);
    public static final Refusal PHONE_INVALID = Refusal.at("phone", "PHONE_INVALID", "请填写 11 位手机号。");
    static final Refusal EXPIRED = Refusal.at("smsCode", "SMS_CODE_EXPIRED", "验证码已失效，请重新获取。");
    private static final int TRIES = 5;

    private final SmsCodeRows rows;
    private final SmsPace pace;
    private final PushDesk pushes;
    private final Seal seal;
    private final Blind blind;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    SmsCodes(SmsCodeRows rows, SmsPace pace, PushDesk pushes, Seal seal, Blind blind, Ids ids, Clock clock, Tx tx) {
        this.rows = rows;
        this.pace = pace;
        this.pushes = pushes;
        this.seal = seal;
        this.blind = blind;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** A code to register with, asked for from nowhere in particular. */
    public Outcome<Phone> send(String typed) {
        return send(typed, Purpose.REGISTER, null);
    }

    /**
     * Queues a code for the phone. Refused with PHONE_INVALID or SMS_TOO_OFTEN.
     *
     * @param address where it was asked for, to be counted; null: not counted
     */
    public Outcome<Phone> send(String typed, Purpose purpose, String address) {
        return send(typed, purpose, address, phone -> true);
    }

    /** @param wanted when false the code is kept and counted like any other and never sent: the answer tells nothing */
    Outcome<Phone> send(String typed, Purpose purpose, String address, Predicate<Phone> wanted) {
        Optional<Phone> phone = Phone.read(typed);
        if (phone.isEmpty()) {
            return Outcome.refused(PHONE_INVALID);
        }
        return tx.write(() -> {
            byte[] from = address == null ? null : blind.of("address", address);
            Optional<Refusal> tooOften = pace.refusal(index(phone.get()), from);
            if (tooOften.isPresent()) {
                return Outcome.refused(tooOften.get());
            }
            long id = keep(phone.get(), purpose, from);
            if (wanted.test(phone.get())) {
                pushes.enqueue(Push.now(PushKind.SMS_CODE, id));
            }
            return Outcome.done(phone.get());
        });
    }

    private long keep(Phone phone, Purpose purpose, byte[] from) {
        long id = ids.next();
        Instant now = clock.instant();
        rows.insert(
                id,
                index(phone),
                seal.seal(place("phone", id), phone.number()),
                seal.seal(place("code", id), ids.digits(6)),
                purpose,
                from,
                now.plus(VALID),
                now);
        return id;
    }

    /** Why the code does not open the door, if it does not. A wrong try counts, whatever becomes of the request. */
    public Optional<Refusal> check(Phone phone, Purpose purpose, String typed) {
        SmsCodeRow newest = rows.newest(index(phone), purpose);
        boolean alive = newest != null
                && newest.usedAt == null
                && newest.tries < TRIES
                && newest.expiresAt.isAfter(clock.instant());
        if (!alive) {
            return Optional.of(EXPIRED);
        }
        if (!equal(seal.open(place("code", newest.id), newest.codeSealed), typed)) {
            tx.apart(() -> rows.tried(newest.id));
            return Optional.of(Refusal.at("smsCode", "SMS_CODE_WRONG", "验证码不正确，请核对短信后重新输入。"));
        }
        return Optional.empty();
    }

    /** Uses the newest code up, in the transaction of what it was for. */
    public void use(Phone phone, Purpose purpose) {
        rows.use(index(phone), purpose, clock.instant());
    }

    /** For the push worker: what to send, or empty when the code is used or too old to be of use. */
    public Optional<Message> message(long id) {
        SmsCodeRow row = rows.find(id);
        if (row == null || row.usedAt != null || !row.expiresAt.isAfter(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(new Message(
                new Phone(seal.open(place("phone", id), row.phoneSealed)),
                seal.open(place("code", id), row.codeSealed)));
    }

    /** Keeps nothing of what was sent to it. Joins the transaction. */
    void forget(Phone phone) {
        rows.forget(index(phone));
        rows.forgetPace(index(phone));
    }

    private byte[] index(Phone phone) {
        return blind.of("phone", phone.number());
    }

    private static Place place(String column, long id) {
        return new Place("sms_code", column, id);
    }

    private static boolean equal(String code, String typed) {
        byte[] mine = code.getBytes(StandardCharsets.UTF_8);
        return typed != null && MessageDigest.isEqual(mine, typed.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** A code on its way to a phone. */
    public record Message(Phone phone, String code) {
        @Override
        public String toString() {
            return "Message[…]";
        }
    }

    /** What a code is good for; one for registering opens nothing else. */
    public enum Purpose {
        REGISTER,
        RESET_PASSWORD,
        LINK,
        REBIND,
        CHANGE_PHONE,
        CLOSE_ACCOUNT,
        /** To take a copy of one's own data along, or to be erased. */
        OWN_DATA,
        CONSOLE
    }
}
