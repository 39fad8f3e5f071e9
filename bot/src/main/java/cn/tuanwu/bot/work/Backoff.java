package cn.tuanwu.bot.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** 1, 2, 4, … seconds, five minutes at most, a quarter more or less so that many don't come back together. */
public final class Backoff {
    private static final long MOST_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final int MOST_DOUBLINGS = 9;

    private Backoff() {}

    /** @param attempts how many have failed before this one, 0 at first */
    public static Duration after(int attempts) {
        long grown = Math.min(MOST_MILLIS, 1_000L << Math.min(attempts, MOST_DOUBLINGS));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(grown * 3 / 4, grown * 5 / 4));
    }

    /** Not before this wait is over, a little later for some: all who wait for one window don't come back at once. */
    public static Duration spread(Duration wait) {
        return wait.plusMillis(
                ThreadLocalRandom.current().nextLong(100, 100 + Math.min(2_000, wait.toMillis() / 4 + 1)));
    }
}
