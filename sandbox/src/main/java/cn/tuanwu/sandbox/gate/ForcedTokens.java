package cn.tuanwu.sandbox.gate;

import cn.tuanwu.sandbox.world.WorldState.App;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How often a stable token may be forced: twenty times a day, half a minute apart. */
@Component
class ForcedTokens {

    private static final int A_DAY = 20;
    private static final Duration APART = Duration.ofSeconds(30);

    private final Map<App, Deque<Instant>> forced = new EnumMap<>(App.class);
    private final Clock clock;

    ForcedTokens(Clock clock) {
        this.clock = clock;
    }

    /** The refusal, or nothing: then it counts. */
    synchronized Optional<ApiAnswer> refuse(App app) {
        Instant now = clock.instant();
        Deque<Instant> times = forced.computeIfAbsent(app, any -> new ArrayDeque<>());
        times.removeIf(time -> !time.isAfter(now.minus(Duration.ofDays(1))));
        if (times.size() >= A_DAY) {
            return Optional.of(ApiAnswer.refused(45009, "reach max api daily quota limit"));
        }
        if (!times.isEmpty() && times.getLast().plus(APART).isAfter(now)) {
            return Optional.of(
                    ApiAnswer.refused(45011, "api minute-quota reach limit, must slower, retry next minute"));
        }
        times.add(now);
        return Optional.empty();
    }
}
