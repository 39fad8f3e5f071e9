package cn.tuanwu.sandbox.weixin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A person logs in at most a hundred times a minute. */
@Component
class LoginRate {

    private static final int A_MINUTE = 100;

    private final Map<String, Deque<Instant>> logins = new HashMap<>();
    private final Clock clock;

    LoginRate(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean spend(String openid) {
        Instant minute = clock.instant().minusSeconds(60);
        Deque<Instant> times = logins.computeIfAbsent(openid, any -> new ArrayDeque<>());
        times.removeIf(time -> !time.isAfter(minute));
        return times.size() < A_MINUTE && times.add(clock.instant());
    }
}
