package cn.tuanwu.bot.work;

import java.time.Duration;

/**
 * How a worker runs.
 *
 * @param lanes how many things at once
 * @param idle how long it waits when it found nothing
 * @param lease longer than the longest piece of work; what a dead worker held comes back after this
 * @param farewell how long a stopping worker waits for what it has begun
 */
public record Pace(int lanes, Duration idle, Duration lease, Duration farewell) {
    public static final Pace INBOX =
            new Pace(32, Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofSeconds(5));
    public static final Pace PUSHES =
            new Pace(32, Duration.ofMillis(150), Duration.ofSeconds(30), Duration.ofSeconds(10));
}
