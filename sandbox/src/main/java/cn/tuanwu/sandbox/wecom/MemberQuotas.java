package cn.tuanwu.sandbox.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much one member gets from one application: what is above it vanishes and the application is not told. */
@Component
class MemberQuotas {

    private static final int PER_MINUTE = 30;
    private static final int PER_HOUR = 1000;

    private final Map<String, Deque<Instant>> received = new HashMap<>();
    private final Clock clock;

    MemberQuotas(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more message may reach this member now; it counts when it may. */
    synchronized boolean spend(String userid) {
        Instant now = clock.instant();
        Deque<Instant> times = received.computeIfAbsent(userid, any -> new ArrayDeque<>());
        times.removeIf(time -> !time.isAfter(now.minus(Duration.ofHours(1))));
        Instant minute = now.minus(Duration.ofMinutes(1));
        boolean left = times.size() < PER_HOUR
                && times.stream().filter(time -> time.isAfter(minute)).count() < PER_MINUTE;
        if (left) {
            times.add(now);
        }
        return left;
    }
}
