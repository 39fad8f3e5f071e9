package cn.tuanwu.bot.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("edge")
class BackoffTest {

    /** Break: in Backoff.after, grow by adding instead of shifting, or leave out the five minutes. */
    @Test
    void eachFailureDoublesTheWaitUpToFiveMinutes() {
        for (int attempts = 0; attempts < 40; attempts++) {
            long middle = attempts < 9 ? 1_000L << attempts : 300_000;
            assertThat(after(attempts).toList())
                    .allMatch(wait -> wait >= middle * 3 / 4 && wait < middle * 5 / 4, "around " + middle);
        }
    }

    /** Break: in Backoff.after, answer what has grown; in Backoff.spread, the wait itself. */
    @Test
    void whoFailedTogetherComesBackApart() {
        assertThat(after(5).distinct().count()).isGreaterThan(150);
        Duration wait = Duration.ofSeconds(40);
        assertThat(IntStream.range(0, 200).mapToObj(i -> Backoff.spread(wait)).distinct())
                .hasSizeGreaterThan(150)
                .allMatch(spread -> spread.compareTo(wait) > 0 && spread.compareTo(wait.plusSeconds(3)) < 0);
    }

    private static Stream<Long> after(int attempts) {
        return IntStream.range(0, 200).mapToObj(i -> Backoff.after(attempts).toMillis());
    }
}
