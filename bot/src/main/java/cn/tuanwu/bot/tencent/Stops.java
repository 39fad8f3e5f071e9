package cn.tuanwu.bot.tencent;

import cn.tuanwu.push.SharedRedis;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Which interfaces the platform has closed for us (45009), known to all nodes. The first stop lasts until the next minute,
 * each further one twice as long as the last, an hour at most; after it one call tries, never more than one a minute.
 */
@Component
class Stops {
    private static final String PREFIX = "{tuanwu:stop}:";
    private static final String NOW =
            "local time = redis.call('TIME')\n" + "local now = time[1] * 1000 + math.floor(time[2] / 1000)\n";

    private static final RedisScript<Long> ENTER = RedisScript.of(NOW + """
            local ends = redis.call('GET', KEYS[1])
            if not ends then return 0 end
            if now < tonumber(ends) then return tonumber(ends) - now end
            if redis.call('SET', KEYS[2], '1', 'NX', 'PX', 60000) then return -1 end
            return math.max(1, redis.call('PTTL', KEYS[2]))
            """, Long.class);

    /** Calls that were under way when the stop began change nothing. */
    private static final RedisScript<Long> STOP = RedisScript.of(NOW + """
            local ends = redis.call('GET', KEYS[1])
            if ends and now < tonumber(ends) then return tonumber(ends) - now end
            local times = redis.call('INCR', KEYS[3])
            local wait = 60000 - now % 60000
            if times > 1 then wait = math.min(3600000, 60000 * 2 ^ (times - 1)) end
            redis.call('SET', KEYS[1], string.format('%.0f', now + wait), 'PX', 10800000)
            redis.call('PEXPIRE', KEYS[3], 10800000)
            return wait
            """, Long.class);

    private final SharedRedis shared;
    private final NodeStops node;

    Stops(SharedRedis shared, Clock clock) {
        this.shared = shared;
        this.node = new NodeStops(clock);
    }

    Gate enter(String api) {
        return Gate.of(shared.ask(redis -> redis.execute(ENTER, keys(api)), () -> node.enter(api)));
    }

    /** The platform answered 45009. @return how long nobody calls it */
    Duration stop(String api) {
        long alone = node.stop(api);
        return Duration.ofMillis(shared.ask(redis -> redis.execute(STOP, keys(api)), () -> alone));
    }

    /** The trying call was taken: all may go again. */
    void reopen(String api) {
        node.reopen(api);
        shared.ask(redis -> redis.delete(keys(api)), () -> 0L);
    }

    private static List<String> keys(String api) {
        return List.of(PREFIX + api, PREFIX + api + ":probe", PREFIX + api + ":times");
    }

    /** @param pause zero when the call may go */
    record Gate(Duration pause, boolean isTry) {
        /** @param answer milliseconds to wait, 0 for an open gate, -1 for the one that tries */
        static Gate of(long answer) {
            return new Gate(Duration.ofMillis(Math.max(0, answer)), answer < 0);
        }
    }
}
