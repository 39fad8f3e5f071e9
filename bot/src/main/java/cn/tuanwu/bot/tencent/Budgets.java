package cn.tuanwu.bot.tencent;

import cn.tuanwu.push.SharedRedis;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** How many calls are left, counted by all nodes together with Redis's clock; by each node alone while Redis is away. */
@Component
class Budgets {
    private static final String PREFIX = "{tuanwu:budget}:";

    /** All budgets are looked at before any is taken from: a refused call costs nothing. */
    private static final RedisScript<Long> TAKE = RedisScript.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local wait = 0
            for i, key in ipairs(KEYS) do
              local limit, bucket = tonumber(ARGV[4 * i - 3]), tonumber(ARGV[4 * i - 2])
              local back, offset = tonumber(ARGV[4 * i - 1]), tonumber(ARGV[4 * i])
              local current = math.floor((now + offset) / bucket)
              local sum, oldest = 0, current
              local used = redis.call('HGETALL', key)
              for j = 1, #used, 2 do
                local number = tonumber(used[j])
                if number < current - back then
                  redis.call('HDEL', key, used[j])
                else
                  sum = sum + tonumber(used[j + 1])
                  oldest = math.min(oldest, number)
                end
              end
              if sum >= limit then
                wait = math.max(wait, (oldest + back + 1) * bucket - offset - now)
              end
            end
            if wait > 0 then return wait end
            for i, key in ipairs(KEYS) do
              local bucket, offset = tonumber(ARGV[4 * i - 2]), tonumber(ARGV[4 * i])
              redis.call('HINCRBY', key, string.format('%.0f', math.floor((now + offset) / bucket)), 1)
              redis.call('PEXPIRE', key, bucket * (tonumber(ARGV[4 * i - 1]) + 2))
            end
            return 0
            """, Long.class);

    private final SharedRedis shared;
    private final NodeBudgets node;

    Budgets(SharedRedis shared, Clock clock) {
        this.shared = shared;
        this.node = new NodeBudgets(clock);
    }

    /** @return zero when one call was taken from each budget; else how long to wait, and none was taken */
    Duration take(List<Budget> budgets) {
        return Duration.ofMillis(shared.ask(redis -> together(redis, budgets), () -> node.take(budgets)));
    }

    private long together(StringRedisTemplate redis, List<Budget> budgets) {
        List<String> keys = budgets.stream().map(it -> PREFIX + it.name()).toList();
        List<String> numbers = new ArrayList<>();
        for (Budget budget : budgets) {
            numbers.add(Long.toString(budget.limit()));
            numbers.add(Long.toString(budget.bucket().toMillis()));
            numbers.add(Integer.toString(budget.back()));
            numbers.add(Long.toString(budget.offset().toMillis()));
        }
        long wait = redis.execute(TAKE, keys, numbers.toArray());
        if (wait == 0) {
            node.note(budgets);
        }
        return wait;
    }
}
