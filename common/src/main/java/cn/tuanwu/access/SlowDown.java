package cn.tuanwu.access;

import cn.tuanwu.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;

/** Guessing is made slow: from the fifth wrong password on, one more minute each time, fifteen at most. */
public final class SlowDown {
    public static final Refusal REFUSAL = Refusal.of("LOGIN_SLOWED", "密码错误次数较多，请稍后再试，或使用短信验证码找回密码。");
    private static final int FREE = 5;
    private static final int MOST_MINUTES = 15;

    private SlowDown() {}

    public static boolean isSlowed(Instant until, Instant now) {
        return until != null && until.isAfter(now);
    }

    /** Until when the next try is refused; null while there are free tries left. */
    public static Instant after(int failures, Instant now) {
        int minutes = Math.min(MOST_MINUTES, failures - FREE + 1);
        return minutes <= 0 ? null : now.plus(Duration.ofMinutes(minutes));
    }
}
