package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.ResponseCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The right to update a sent card once, within 72 hours of the sending or the click that gave it. */
@Component
public class ResponseCodes {

    private static final Duration LIFE = Duration.ofHours(72);

    private final World world;
    private final Ids ids;
    private final Clock clock;

    ResponseCodes(World world, Ids ids, Clock clock) {
        this.world = world;
        this.ids = ids;
        this.clock = clock;
    }

    public String issue(String taskId) {
        String code = ids.letters(43);
        Instant now = clock.instant();
        world.alter(state -> {
            state.responseCodes.values().removeIf(old -> old.expiresAt().isBefore(now));
            state.responseCodes.put(code, new ResponseCode(taskId, now.plus(LIFE), false));
        });
        return code;
    }

    /** The task a usable code belongs to; it stays usable. */
    Optional<String> task(String code) {
        return world.read(state -> Optional.ofNullable(state.responseCodes.get(code))
                .filter(this::usable)
                .map(ResponseCode::taskId));
    }

    /** Uses the code up; false when someone was faster. */
    boolean use(String code) {
        return world.change(state -> {
            ResponseCode found = state.responseCodes.get(code);
            if (found == null || !usable(found)) {
                return false;
            }
            state.responseCodes.put(code, new ResponseCode(found.taskId(), found.expiresAt(), true));
            return true;
        });
    }

    private boolean usable(ResponseCode code) {
        return !code.used() && code.expiresAt().isAfter(clock.instant());
    }
}
