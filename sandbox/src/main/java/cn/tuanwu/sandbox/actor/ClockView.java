package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.world.VirtualClock;
import java.time.Instant;

/** The platforms' time beside the real one; {@code offset} is an ISO duration. */
record ClockView(Instant now, Instant real, String offset, boolean callbacks) {

    static ClockView of(VirtualClock clock) {
        return new ClockView(clock.instant(), clock.real(), clock.offset().toString(), clock.callbacksFollow());
    }
}
