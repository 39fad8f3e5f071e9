package cn.tuanwu.account;

import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How often a code may be asked for: once a minute and ten times a day for one phone, so many an hour from one address (a
 * campus may have one for all). Whoever asks holds the phone's row, and the address's, until the code is kept: of two at
 * once one is too early.
 */
@Component
class SmsPace {
    private static final int A_DAY = 10;

    private final SmsCodeRows rows;
    private final Ids ids;
    private final Clock clock;
    private final int fromOneAddress;

    SmsPace(SmsCodeRows rows, Ids ids, Clock clock, Environment environment) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        Settings settings = new Settings(environment);
        String most = settings.optional("TUANWU_SMS_PER_ADDRESS", "120");
        if (!most.matches("[1-9][0-9]{0,5}")) {
            settings.fault("TUANWU_SMS_PER_ADDRESS must be a number of codes an hour such as 120");
        }
        settings.refuseFaults();
        this.fromOneAddress = Integer.parseInt(most);
    }

    /** Joins the transaction that keeps the code; a refusal rolls it back. */
    Optional<Refusal> refusal(byte[] phone, byte[] from) {
        Instant now = clock.instant();
        if (from != null) {
            rows.ask(from, ids.next(), now, now.plus(Duration.ofDays(1)));
            if (rows.from(from, now.minus(Duration.ofHours(1))) >= fromOneAddress) {
                return tooOften("当前网络获取验证码的次数过多，请一小时后再试，或换用其他网络。");
            }
        }
        long asker = ids.next();
        rows.ask(phone, asker, now, now.minus(SmsCodes.PAUSE));
        if (rows.letThrough(phone) != asker) {
            return tooOften("验证码一分钟只能发送一次，请稍后再试。");
        }
        return rows.since(phone, now.minus(Duration.ofDays(1))) >= A_DAY
                ? tooOften("这个手机号今天获取验证码的次数已用完，请明天再试。")
                : Optional.empty();
    }

    private static Optional<Refusal> tooOften(String text) {
        return Optional.of(Refusal.of("SMS_TOO_OFTEN", text));
    }
}
