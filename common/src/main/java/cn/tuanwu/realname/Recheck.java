package cn.tuanwu.realname;

import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.realname.RealName.State;
import java.time.Duration;
import java.time.Instant;

/**
 * When to ask again (product §4; seed guide: 24 小时之内再次核验, 72 小时内均能核验完毕). No record and provider errors are
 * asked again within 24 hours and settled by 72; a mismatch is asked once more, spelled otherwise where the name has a dot.
 * An error costs nothing and is asked again soon; an answer is paid for, and what a register doesn't hold now it won't hold
 * in a minute.
 */
final class Recheck {
    static final Duration DEADLINE = Duration.ofHours(72);
    static final Duration WITHIN = Duration.ofHours(24);
    /** How many paid answers a pair can cost: at 0, 12, 36, 60 and 72 hours, and the second look at a mismatch. */
    static final int MOST_ANSWERS = 6;

    private static final Duration AFTER_MISMATCH = Duration.ofSeconds(2);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST_TROUBLE = Duration.ofHours(6);

    private Recheck() {}

    /**
     * @param answers how many of the attempts were answered, this one included
     * @param soonest how long after the first answer that was none
     */
    static Verdict after(
            Result result,
            int mismatches,
            int answers,
            int attempts,
            Instant startedAt,
            Instant now,
            Duration soonest) {
        if (result == Result.MATCH) {
            return new Verdict(State.PASSED, null);
        }
        if (isLate(startedAt, now) || mismatches >= 2 || answers >= MOST_ANSWERS) {
            return new Verdict(State.FAILED, null);
        }
        Duration pause =
                switch (result) {
                    case MISMATCH -> AFTER_MISMATCH;
                    case ERROR -> trouble(attempts);
                    default -> answers <= 1 ? soonest : WITHIN;
                };
        return new Verdict(null, atMost(pause, startedAt, now));
    }

    static boolean isLate(Instant startedAt, Instant now) {
        return !now.isBefore(startedAt.plus(DEADLINE));
    }

    /** Never past the deadline. */
    static Duration atMost(Duration pause, Instant startedAt, Instant now) {
        Duration left = Duration.between(now, startedAt.plus(DEADLINE));
        return pause.compareTo(left) > 0 ? left : pause;
    }

    /** 30 s, then four times longer each time, six hours at most. */
    private static Duration trouble(int attempts) {
        Duration grown = FIRST.multipliedBy(1L << Math.min(2 * (attempts - 1), 14));
        return grown.compareTo(LONGEST_TROUBLE) > 0 ? LONGEST_TROUBLE : grown;
    }

    /** Either settled, or ask again after that time. */
    record Verdict(State settled, Duration askAgainIn) {}
}
