package cn.tuanwu.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * What all nodes know together, as long as Redis answers. After a failure nobody asks it for a while: a push must not
 * wait for a dead Redis again and again.
 */
@Component
public class SharedRedis {
    private static final Duration REST = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(SharedRedis.class);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    public SharedRedis(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** @param alone what this node answers by itself while Redis is away */
    public <T> T ask(Function<StringRedisTemplate, T> question, Supplier<T> alone) {
        if (clock.instant().isBefore(restsUntil)) {
            return alone.get();
        }
        try {
            return question.apply(redis);
        } catch (DataAccessException e) {
            restsUntil = clock.instant().plus(REST);
            log.warn(
                    "Redis does not answer ({}): budgets and tokens are kept by each node alone",
                    e.getClass().getSimpleName());
            return alone.get();
        }
    }
}
