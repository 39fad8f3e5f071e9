package cn.tuanwu.api.erasure;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * That an owner was proven a moment ago, for one download: in Redis, found by a keyed hash, gone when it is used or after
 * five minutes. And how many copies somebody took today.
 */
@Component
class Proofs {
    static final Duration LIFE = Duration.ofMinutes(5);
    static final int COPIES_A_DAY = 5;
    private static final int BYTES = 24;
    private static final Refusal SPENT = Refusal.of("PROOF_EXPIRED", "身份确认已失效，请重新输入密码或验证码。");
    private static final Refusal TOO_OFTEN = Refusal.of("EXPORT_TOO_OFTEN", "今天导出的次数已用完，请明天再试。");

    private final StringRedisTemplate redis;
    private final Blind blind;
    private final Ids ids;
    private final Clock clock;

    Proofs(StringRedisTemplate redis, Blind blind, Ids ids, Clock clock) {
        this.redis = redis;
        this.blind = blind;
        this.ids = ids;
        this.clock = clock;
    }

    /** What whoever was proven keeps to itself. */
    String give(Caller.OwnAccount caller) {
        String secret = ids.token(BYTES);
        redis.opsForValue().set(key(secret), Long.toString(caller.accountId()), LIFE);
        return secret;
    }

    /** Why no copy may be taken with it, if so. Of several that use one secret one may. */
    Optional<Refusal> refusal(Caller.OwnAccount caller, String secret) {
        String owner = Ids.isToken(secret) ? redis.opsForValue().getAndDelete(key(secret)) : null;
        if (!Long.toString(caller.accountId()).equals(owner)) {
            return Optional.of(SPENT);
        }
        String counter = "tuanwu:copies:" + caller.accountId() + ":" + ChinaTime.date(clock.instant());
        Long taken = redis.opsForValue().increment(counter);
        redis.expire(counter, Duration.ofDays(1));
        return taken != null && taken > COPIES_A_DAY ? Optional.of(TOO_OFTEN) : Optional.empty();
    }

    private String key(String secret) {
        return "tuanwu:proof:" + HexFormat.of().formatHex(blind.of("data proof", secret));
    }
}
