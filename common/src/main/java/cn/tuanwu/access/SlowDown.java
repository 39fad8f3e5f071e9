package cn.tuanwu.access;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow: from the fifth wrong password on, one more minute each time, fifteen at most. It counts for the
 * name that was tried, whether or not anybody has it, so that the answer tells nothing.
 */
@Component
public class SlowDown {
    private static final Refusal SLOWED = Refusal.of("LOGIN_SLOWED", "密码错误次数较多，请稍后再试。");
    private static final Duration REMEMBERED = Duration.ofHours(12);
    private static final int FREE = 5;
    private static final int MOST_MINUTES = 15;

    private final SignInFailureRows rows;
    private final Blind blind;
    private final Clock clock;
    private final Tx tx;

    SlowDown(SignInFailureRows rows, Blind blind, Clock clock, Tx tx) {
        this.rows = rows;
        this.blind = blind;
        this.clock = clock;
        this.tx = tx;
    }

    /** Why nobody may sign in under this name now, if so. */
    public Optional<Refusal> refusal(String kind, String name) {
        Instant until = rows.slowedUntil(who(kind, name));
        return until != null && until.isAfter(clock.instant()) ? Optional.of(SLOWED) : Optional.empty();
    }

    /** Counts a wrong password; stays whatever becomes of the request. */
    public void failed(String kind, String name) {
        byte[] who = who(kind, name);
        Instant now = clock.instant();
        tx.apart(() -> {
            rows.count(who, now, now.minus(REMEMBERED));
            rows.slow(who, after(rows.failures(who), now));
        });
        // Two for one: the table never outgrows half a day of guessing.
        tx.apart(() -> rows.forget(now.minus(REMEMBERED)));
    }

    /**
     * Counts a try before anybody looks whether it is right, so that many at once are as many. Call it outside a
     * transaction; {@link #cleared} takes it back.
     *
     * @return why this one is not to be looked at, if so; it is not counted then
     */
    public Optional<Refusal> tried(String kind, String name) {
        byte[] who = who(kind, name);
        Instant now = clock.instant();
        return tx.write(() -> {
            // Counting holds the row, so whoever comes at the same moment waits and reads what this one wrote.
            rows.count(who, now, now.minus(REMEMBERED));
            Instant until = rows.slowedUntil(who);
            if (until != null && until.isAfter(now)) {
                rows.uncount(who);
                return Optional.of(SLOWED);
            }
            rows.slow(who, after(rows.failures(who), now));
            return Optional.empty();
        });
    }

    /** The right password wipes the slate. */
    public void cleared(String kind, String name) {
        tx.run(() -> rows.clear(who(kind, name)));
    }

    private byte[] who(String kind, String name) {
        return blind.of("sign-in " + kind, name);
    }

    /** Null while there are free tries left. */
    static Instant after(int failures, Instant now) {
        int minutes = Math.min(MOST_MINUTES, failures - FREE + 1);
        return minutes <= 0 ? null : now.plus(Duration.ofMinutes(minutes));
    }
}
