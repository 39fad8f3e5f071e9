package cn.tuanwu.bot.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.push.SharedRedis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An interface the platform has closed is left alone by all nodes until its window ends, then tried by one. */
@Tag("edge")
class TurnstileTest {
    private static final String API = "message/send";
    private static final String KEY = "{tuanwu:stop}:WECOM:" + API;

    private final Nodes nodes = new Nodes();
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void empty() {
        nodes.flush();
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    /** Break: in Turnstile.call, don't look at the gate. */
    @Test
    void whatOneNodeHearsStopsTheOther() {
        Turnstile one = turnstile(nodes.shared(), Clock.systemUTC());
        Turnstile other = turnstile(nodes.shared(), Clock.systemUTC());
        assertThat(ask(one, 45009)).isInstanceOf(CallResult.Held.class);
        assertThat(pause(ask(other, 0))).isBetween(Duration.ofMillis(1), Duration.ofMinutes(1));
        assertThat(calls).hasValue(1);
    }

    /** Break: in Stops.ENTER, leave out the NX. */
    @Test
    void afterTheStopOneCallTriesAndItsAnswerCounts() {
        Turnstile one = turnstile(nodes.shared(), Clock.systemUTC());
        Turnstile other = turnstile(nodes.shared(), Clock.systemUTC());
        ask(one, 45009);
        letTheStopEnd();
        AtomicReference<CallResult<Boolean>> meanwhile = new AtomicReference<>();
        one.call(Platform.WECOM, API, List.of(), () -> {
            meanwhile.set(ask(other, 0));
            throw refused(45009);
        });
        assertThat(pause(meanwhile.get())).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
        assertThat(pause(ask(other, 0))).isBetween(Duration.ofSeconds(110), Duration.ofMinutes(2));
    }

    /** Break: in Turnstile.call, don't reopen. */
    @Test
    void aTryThatIsTakenOpensTheInterfaceForAll() {
        Turnstile one = turnstile(nodes.shared(), Clock.systemUTC());
        Turnstile other = turnstile(nodes.shared(), Clock.systemUTC());
        ask(one, 45009);
        letTheStopEnd();
        assertThat(ask(other, 0)).isInstanceOf(CallResult.Ok.class);
        assertThat(ask(one, 0)).isInstanceOf(CallResult.Ok.class);
        assertThat(ask(other, 0)).isInstanceOf(CallResult.Ok.class);
    }

    /** Break: in Stops.stop, don't tell the node's own memory. */
    @Test
    void withoutRedisANodeRemembersForItself() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T00:00:10Z"));
        Turnstile alone = turnstile(nodes.withoutRedis(), clock(now));
        ask(alone, 45009);
        assertThat(pause(ask(alone, 0))).isEqualTo(Duration.ofSeconds(50));
        now.set(Instant.parse("2026-03-01T00:01:01Z"));
        assertThat(pause(ask(alone, 45009))).isEqualTo(Duration.ofMinutes(2));
        now.set(Instant.parse("2026-03-01T00:03:02Z"));
        assertThat(ask(alone, 0)).isInstanceOf(CallResult.Ok.class);
        assertThat(calls).hasValue(3);
    }

    private void letTheStopEnd() {
        nodes.template().opsForValue().set(KEY, Long.toString(System.currentTimeMillis() - 1));
    }

    private CallResult<Boolean> ask(Turnstile turnstile, int errcode) {
        return turnstile.call(Platform.WECOM, API, List.of(), () -> {
            calls.incrementAndGet();
            if (errcode != 0) {
                throw refused(errcode);
            }
            return true;
        });
    }

    private static WxErrorException refused(int errcode) {
        return new WxErrorException(WxError.builder().errorCode(errcode).build());
    }

    private static Duration pause(CallResult<?> result) {
        assertThat(result).isInstanceOf(CallResult.Held.class);
        return ((CallResult.Held<?>) result).pause();
    }

    private static Turnstile turnstile(SharedRedis shared, Clock clock) {
        return new Turnstile(
                new Budgets(shared, clock), new Stops(shared, clock), null, cn.tuanwu.bot.work.Alarms.quiet(clock));
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }
}
