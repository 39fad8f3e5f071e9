package cn.tuanwu.bot.tencent;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The stops this node has heard of itself: they hold while Redis is away. The rules are those of {@link Stops}. */
final class NodeStops {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final int MOST_DOUBLINGS = 6;

    private final Clock clock;
    private final Map<String, Stop> stops = new HashMap<>();

    NodeStops(Clock clock) {
        this.clock = clock;
    }

    synchronized long enter(String api) {
        long now = clock.millis();
        Stop stop = stops.get(api);
        if (stop == null) {
            return 0;
        }
        long opens = Math.max(stop.ends(), stop.nextTry());
        if (now < opens) {
            return opens - now;
        }
        stops.put(api, new Stop(stop.times(), stop.ends(), now + MINUTE));
        return -1;
    }

    synchronized long stop(String api) {
        long now = clock.millis();
        Stop before = stops.getOrDefault(api, new Stop(0, 0, 0));
        if (now < before.ends()) {
            return before.ends() - now;
        }
        long wait = before.times() == 0
                ? MINUTE - now % MINUTE
                : Math.min(HOUR, MINUTE << Math.min(before.times(), MOST_DOUBLINGS));
        stops.put(api, new Stop(before.times() + 1, now + wait, 0));
        return wait;
    }

    synchronized void reopen(String api) {
        stops.remove(api);
    }

    private record Stop(int times, long ends, long nextTry) {}
}
