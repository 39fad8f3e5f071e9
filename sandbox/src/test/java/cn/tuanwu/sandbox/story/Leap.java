package cn.tuanwu.sandbox.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * Lets ten seconds pass at once for all who count: the platforms' clock, the queue in the database, the budgets and
 * tokens in Redis. Only while nobody is at work: what is under way takes its real time, so time here is the real time
 * and the leaps.
 */
final class Leap {
    static final Duration STEP = Duration.ofSeconds(10);

    /** Budgets of a minute count in buckets of ten seconds, those of an hour in buckets of thirty leaps. */
    private static final String REDIS = """
            local function older(key)
              local used, left = redis.call('HGETALL', key), redis.call('PTTL', key)
              redis.call('DEL', key)
              for i = 1, #used, 2 do redis.call('HSET', key, string.format('%.0f', used[i] - 1), used[i + 1]) end
              redis.call('PEXPIRE', key, left)
            end
            for _, key in ipairs(redis.call('KEYS', '{tuanwu:budget}:*')) do
              if key:match(':minute$') or (key:match(':hour$') and tonumber(ARGV[1]) % 30 == 0) then older(key) end
            end
            for _, key in ipairs(redis.call('KEYS', '{tuanwu:token:*')) do
              if not key:match(':lease$') then redis.call('PEXPIRE', key, math.max(1, redis.call('PTTL', key) - 10000)) end
            end
            return 1
            """;

    private final ApiClient sandbox;
    private final Ledger ledger;
    private final URI redis;
    private final boolean quick;
    private int leaps;

    /** @param quick false: ten seconds take ten seconds */
    Leap(ApiClient sandbox, Ledger ledger, String redis, boolean quick) {
        this.sandbox = sandbox;
        this.ledger = ledger;
        this.redis = URI.create(redis);
        this.quick = quick;
    }

    /** The time it is on the platforms. */
    Instant now() {
        return Instant.parse(sandbox.get("/sandbox/clock").ok().path("now").asString(""));
    }

    void tenSeconds() {
        if (!quick) {
            Instant end = now().plus(STEP);
            Awaitility.await().atMost(STEP.multipliedBy(3)).until(() -> !now().isBefore(end));
            return;
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(30))
                .until(ledger::isNobodyAtWork);
        leaps++;
        // The platforms go first: a message on its way in this moment is then judged by the stricter of two counts.
        sandbox.put("/sandbox/clock", Map.of("advance", STEP.toString())).ok();
        for (String table : new String[] {"inbox", "outbox"}) {
            ledger.change(
                    "UPDATE " + table + " SET next_at = DATE_SUB(next_at, INTERVAL 10 SECOND) WHERE state = 'DUE'");
        }
        redis();
    }

    private void redis() {
        String count = Integer.toString(leaps);
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), redis.getPort())) {
            line.getOutputStream().write(command("EVAL", REDIS, "0", count).getBytes(StandardCharsets.UTF_8));
            String answer = new String(line.getInputStream().readNBytes(2), StandardCharsets.UTF_8);
            if (!answer.equals(":1")) {
                throw new Unexpected("Redis to leap", answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String command(String... words) {
        StringBuilder line = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            line.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        return line.toString();
    }
}
