package cn.tuanwu.bot.work;

import java.time.Clock;

/** Alarms for tests outside a context. */
public final class Alarms {
    private Alarms() {}

    public static Alarm now() {
        return new Alarm(Clock.systemUTC());
    }

    public static Alarm quiet(Clock clock) {
        return new Alarm(clock);
    }
}
