package cn.tuanwu.pdf;

import java.time.Duration;

/** How much may still be spent on one file: time, and bytes its streams unfold to. */
final class Budget {
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private final long until;
    private long bytes;
    private long checkedAt;

    Budget(Duration time) {
        this.until = System.nanoTime() + time.toNanos();
    }

    /** @throws Spent when the time is up */
    void check() {
        if (System.nanoTime() > until) {
            throw new Spent();
        }
    }

    /** @throws Spent when this is more than there was, or the time is up */
    void unfolded(long count) {
        bytes += count;
        if (bytes > MOST_BYTES) {
            throw new Spent();
        }
        if (bytes >> 16 != checkedAt) {
            checkedAt = bytes >> 16;
            check();
        }
    }

    long millisLeft() {
        return Math.max(0, (until - System.nanoTime()) / 1_000_000);
    }

    /** Unchecked: parsers swallow the others and go on. */
    static final class Spent extends RuntimeException {
        Spent() {
            super("a file needs more than any paper does", null, false, false);
        }
    }
}
