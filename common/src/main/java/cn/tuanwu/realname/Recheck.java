package cn.tuanwu.realname;

import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.realname.RealName.State;
import java.time.Duration;
import java.time.Instant;

/**
 * When to ask again (product §4; seed guide: 24 小时之内再次核验, 72 小时内均能核验完毕). No record and provider errors are
 * asked again within 24 hours and settled by 72; a mismatch is asked once more.
 */
final class Recheck {
    static final Duration DEADLINE = Duration.ofHours(72);
    static final Duration WITHIN = Duration.ofHours(24);
    private static final Duration AFTER_MISMATCH = Duration.ofSeconds(2);
    private static final Duration FIRST = Duration.ofSeconds(30);

    private Recheck() {}

    static Verdict after(Result result, int mismatches, int attempts, Instant startedAt, Instant now) {
        if (result == Result.MATCH) {
            return new Verdict(State.PASSED, null);
        }
        boolean late = !now.isBefore(startedAt.plus(DEADLINE));
        if (late || mismatches >= 2) {
            return new Verdict(State.FAILED, null);
        }
        return new Verdict(null, result == Result.MISMATCH ? AFTER_MISMATCH : pause(attempts, startedAt, now));
    }

    /** 30 s, then four times longer each time, a day at most, and never past the deadline. */
    private static Duration pause(int attempts, Instant startedAt, Instant now) {
        Duration grown = FIRST.multipliedBy(1L << Math.min(2 * (attempts - 1), 14));
        Duration pause = grown.compareTo(WITHIN) > 0 ? WITHIN : grown;
        Duration left = Duration.between(now, startedAt.plus(DEADLINE));
        return pause.compareTo(left) > 0 ? left : pause;
    }

    /** Either settled, or ask again after that time. */
    record Verdict(State settled, Duration askAgainIn) {}
}
