package cn.tuanwu.bot.tencent;

import java.time.Duration;

/**
 * So many calls in a stretch of time. Calls are counted in buckets; the current one and {@code back} before it together
 * hold {@code limit} at most, so the platform may begin its window where it likes and never sees more.
 *
 * @param offset moves the edges of the buckets, for days that don't begin at midnight UTC
 */
record Budget(String name, long limit, Duration bucket, int back, Duration offset) {

    static Budget minute(String name, long limit) {
        return new Budget(name + ":minute", limit, Duration.ofSeconds(10), 6, Duration.ZERO);
    }

    static Budget hour(String name, long limit) {
        return new Budget(name + ":hour", limit, Duration.ofMinutes(5), 12, Duration.ZERO);
    }

    /** The calendar day of China, as the platform counts it. */
    static Budget day(String name, long limit) {
        return new Budget(name + ":day", limit, Duration.ofDays(1), 0, Duration.ofHours(8));
    }

    long bucketAt(long epochMillis) {
        return Math.floorDiv(epochMillis + offset.toMillis(), bucket.toMillis());
    }

    /** When a bucket counts no longer. */
    long forgottenAt(long number) {
        return (number + back + 1) * bucket.toMillis() - offset.toMillis();
    }
}
