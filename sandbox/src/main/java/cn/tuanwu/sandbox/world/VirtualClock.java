package cn.tuanwu.sandbox.world;

import cn.tuanwu.sandbox.PlatformSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * The time on the platforms: the real one and an offset. Tokens, codes, tickets and windows end by it. Callbacks carry
 * the real time unless they are told to follow, as the applications judge their freshness by a clock of their own.
 */
@Component
public class VirtualClock extends Clock {

    private final Clock real;
    private final World world;

    VirtualClock(PlatformSettings settings, World world) {
        this.real = settings.clock();
        this.world = world;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset());
    }

    public Instant real() {
        return real.instant();
    }

    /** What a callback says about when it happened. */
    public Instant callbacks() {
        return callbacksFollow() ? instant() : real();
    }

    public Duration offset() {
        return Duration.ofMillis(world.read(state -> state.clockOffsetMillis));
    }

    public boolean callbacksFollow() {
        return world.read(state -> state.callbacksFollowClock);
    }

    public void set(Duration offset, boolean callbacksFollow) {
        world.alter(state -> {
            state.clockOffsetMillis = offset.toMillis();
            state.callbacksFollowClock = callbacksFollow;
        });
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Platforms count in instants");
    }
}
