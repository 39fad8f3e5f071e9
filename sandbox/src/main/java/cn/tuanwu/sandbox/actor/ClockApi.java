package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.world.VirtualClock;
import java.time.DateTimeException;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hand that turns the platforms' clock. */
@RestController
@RequestMapping("/sandbox/clock")
class ClockApi {

    /** Fields left out keep what they had; {@code advance} is added to the offset. ISO durations. */
    record Turn(String offset, String advance, Boolean callbacks) {}

    private static final Duration FARTHEST = Duration.ofDays(400);

    private final VirtualClock clock;

    ClockApi(VirtualClock clock) {
        this.clock = clock;
    }

    @GetMapping
    ClockView read() {
        return ClockView.of(clock);
    }

    @PutMapping
    ClockView turn(@RequestBody Turn turn) {
        Duration offset = turn.offset() == null ? clock.offset() : duration(turn.offset());
        if (turn.advance() != null) {
            offset = offset.plus(duration(turn.advance()));
        }
        if (offset.abs().compareTo(FARTHEST) > 0) {
            throw ActorRefusal.invalid("CLOCK_INVALID", "时钟最多前后拨 400 天");
        }
        clock.set(offset, turn.callbacks() == null ? clock.callbacksFollow() : turn.callbacks());
        return read();
    }

    private static Duration duration(String iso) {
        try {
            return Duration.parse(iso);
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw ActorRefusal.invalid("CLOCK_INVALID", "时长要写成 PT72H、P3D 这样的格式");
        }
    }
}
