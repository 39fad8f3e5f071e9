package cn.tuanwu.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Where all nodes find one platform's token: in Redis, in this node's memory while Redis is away. Ends are counted by
 * Redis, so the nodes' clocks don't matter.
 */
final class TokenShelf {
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Duration SLACK = Duration.ofSeconds(5);

    /** The platform allows twenty forced tokens a day. */
    private static final Duration BETWEEN_FORCED = Duration.ofMinutes(75);

    private static final Duration SURE = Duration.ofMinutes(1);

    private static final RedisScript<Long> DELETE_IF = RedisScript.of(
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', unpack(KEYS)) end" + " return 0",
            Long.class);

    private final SharedRedis shared;
    private final Clock clock;
    private final String token;
    private final String fresh;
    private final String lease;
    private final String refused;
    private final String sure;
    private final String forced;
    private final String me = UUID.randomUUID().toString();
    private volatile Own own = new Own(null, Instant.MIN, Instant.MIN);

    TokenShelf(SharedRedis shared, Clock clock, String name) {
        this.shared = shared;
        this.clock = clock;
        this.token = "{tuanwu:token:" + name + "}";
        this.fresh = token + ":fresh";
        this.lease = token + ":lease";
        this.refused = token + ":refused";
        this.sure = token + ":sure";
        this.forced = token + ":forced";
    }

    Optional<String> token() {
        return Optional.ofNullable(shared.ask(redis -> redis.opsForValue().get(token), this::ownToken));
    }

    /** False when it is time for a new one. */
    boolean isFresh() {
        return shared.ask(
                redis -> Boolean.TRUE.equals(redis.hasKey(fresh)),
                () -> own.token() != null && clock.instant().isBefore(own.freshUntil()));
    }

    /** A refusal is remembered for a moment, so that many who ask don't repeat a call that can't work. */
    Optional<Integer> refusal() {
        return Optional.ofNullable(shared.ask(redis -> redis.opsForValue().get(refused), () -> null))
                .map(Integer::valueOf);
    }

    /** Whether this node may ask the platform now. The lease ends by itself when its holder dies. */
    boolean take() {
        return shared.ask(redis -> Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(lease, me, LEASE)), () -> true);
    }

    void giveBack() {
        shared.ask(redis -> redis.execute(DELETE_IF, List.of(lease), me), () -> 0L);
    }

    void put(TokenAnswer.Given given) {
        Duration life =
                given.life().compareTo(SLACK.multipliedBy(2)) > 0 ? given.life().minus(SLACK) : given.life();
        // One that ends sooner is the platform's old one: asked again halfway, it is renewed in its own time.
        Duration freshFor = life.compareTo(AHEAD.multipliedBy(2)) > 0 ? life.minus(AHEAD) : life.dividedBy(2);
        Instant now = clock.instant();
        own = new Own(given.token(), now.plus(life), now.plus(freshFor));
        shared.ask(redis -> put(redis, given.token(), life, freshFor), () -> null);
    }

    private Void put(StringRedisTemplate redis, String value, Duration life, Duration freshFor) {
        redis.opsForValue().set(token, value, life);
        redis.opsForValue().set(fresh, "1", freshFor);
        return null;
    }

    void refuse(int errcode, Duration rest) {
        shared.ask(
                redis -> {
                    redis.opsForValue().set(refused, Integer.toString(errcode), rest);
                    return null;
                },
                () -> null);
    }

    /** Whether the platform may be told to drop its own token. */
    boolean mayForce() {
        return shared.ask(
                redis -> Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(forced, "1", BETWEEN_FORCED)),
                () -> false);
    }

    /** The platform was asked about a token called dead and gave it again: for a while it is not asked anew. */
    void confirm(String alive) {
        shared.ask(
                redis -> {
                    redis.opsForValue().set(sure, alive, SURE);
                    return null;
                },
                () -> null);
    }

    /** Forgets this token, unless another lies there already or the platform has just confirmed it. */
    void forget(String dead) {
        if (dead.equals(shared.ask(redis -> redis.opsForValue().get(sure), () -> null))) {
            return;
        }
        if (dead.equals(own.token())) {
            own = new Own(null, Instant.MIN, Instant.MIN);
        }
        shared.ask(redis -> redis.execute(DELETE_IF, List.of(token, fresh), dead), () -> 0L);
    }

    private String ownToken() {
        Own now = own;
        return clock.instant().isBefore(now.ends()) ? now.token() : null;
    }

    private record Own(String token, Instant ends, Instant freshUntil) {}
}
