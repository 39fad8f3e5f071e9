package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.ServiceWindow;
import cn.tuanwu.sandbox.world.WorldState.WindowKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * When and how often the official account may write to a follower of its own accord: five messages within 48 hours of
 * a message from them, three within a minute of a scan, follow or menu click.
 */
@Component
public class ServiceWindows {

    private final World world;
    private final Clock clock;

    ServiceWindows(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    public void open(String openid, WindowKind kind) {
        ServiceWindow window = kind == WindowKind.MESSAGE
                ? new ServiceWindow(clock.instant().plus(Duration.ofHours(48)), 5)
                : new ServiceWindow(clock.instant().plus(Duration.ofMinutes(1)), 3);
        world.alter(state -> state.windows
                .computeIfAbsent(openid, any -> new EnumMap<>(WindowKind.class))
                .put(kind, window));
    }

    public void closeAll(String openid) {
        world.alter(state -> state.windows.remove(openid));
    }

    /** Takes one message out of an open window, the short one first; the refusal when there is none to take. */
    Optional<ApiAnswer> spend(String openid) {
        Instant now = clock.instant();
        return world.change(state -> {
            Map<WindowKind, ServiceWindow> windows = state.windows.getOrDefault(openid, Map.of());
            boolean open = false;
            for (WindowKind kind : new WindowKind[] {WindowKind.ACTION, WindowKind.MESSAGE}) {
                ServiceWindow window = windows.get(kind);
                if (window == null || !window.until().isAfter(now)) {
                    continue;
                }
                open = true;
                if (window.left() > 0) {
                    windows.put(kind, new ServiceWindow(window.until(), window.left() - 1));
                    return Optional.empty();
                }
            }
            return Optional.of(
                    open
                            ? ApiAnswer.refused(45047, "out of response count limit")
                            : ApiAnswer.refused(45015, "response out of time limit or subscription is canceled"));
        });
    }
}
