package cn.tuanwu.bot.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tests share one bot: what the last one left to be sent, refused or stopped would answer in the next one's place. */
@TestComponent
public class Calm {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final JdbcTemplate database;
    private final StringRedisTemplate redis;

    public Calm(JdbcTemplate database, StringRedisTemplate redis) {
        this.database = database;
        this.redis = redis;
    }

    /** Nothing is on its way any more, no answer is scripted, no token refused, no interface stopped. */
    public void afterTheLastTest() {
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(this::nothingIsOnItsWay);
        for (String kept : Set.of("{tuanwu:token:*", "{tuanwu:stop}*")) {
            redis.delete(redis.keys(kept));
        }
        BotWorld.PLATFORMS.forget();
    }

    private boolean nothingIsOnItsWay() {
        database.update("UPDATE outbox SET state = 'SKIPPED' WHERE state = 'DUE'");
        return database.queryForObject("SELECT COUNT(*) FROM outbox WHERE state IN ('DUE', 'CLAIMED')", Integer.class)
                == 0;
    }
}
