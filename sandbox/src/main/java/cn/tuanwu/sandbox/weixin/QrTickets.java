package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.QrTicket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Codes of the official account that carry a scene. */
@Component
public class QrTickets {

    private static final Set<String> TEMPORARY = Set.of("QR_SCENE", "QR_STR_SCENE");
    private static final Set<String> PERMANENT = Set.of("QR_LIMIT_SCENE", "QR_LIMIT_STR_SCENE");
    private static final long DEFAULT_SECONDS = 60;
    private static final long MOST_SECONDS = 2_592_000;
    private static final int MOST_PERMANENT = 100_000;

    private final World world;
    private final Ids ids;
    private final Clock clock;

    QrTickets(World world, Ids ids, Clock clock) {
        this.world = world;
        this.ids = ids;
        this.clock = clock;
    }

    ApiAnswer create(ObjectNode call) {
        String action = call.path("action_name").asString("");
        boolean temporary = TEMPORARY.contains(action);
        if (!temporary && !PERMANENT.contains(action)) {
            return ApiAnswer.refused(40053, "invalid action info");
        }
        Optional<String> scene = scene(action, call.path("action_info").path("scene"));
        if (scene.isEmpty()) {
            return ApiAnswer.refused(40053, "invalid action info: scene");
        }
        long seconds = call.path("expire_seconds").asLong(DEFAULT_SECONDS);
        if (temporary && (seconds < 1 || seconds > MOST_SECONDS)) {
            return ApiAnswer.refused(40058, "invalid expire_seconds");
        }
        return temporary ? temporary(scene.get(), seconds) : permanent(scene.get());
    }

    public Optional<QrTicket> byTicket(String ticket) {
        return world.read(state -> Optional.ofNullable(state.qrTickets.get(ticket)));
    }

    public Optional<QrTicket> byUrl(String url) {
        return world.read(state -> state.qrTickets.values().stream()
                .filter(code -> code.url().equals(url))
                .findFirst());
    }

    public boolean expired(QrTicket code) {
        return code.expiresAt() != null && !code.expiresAt().isAfter(clock.instant());
    }

    private ApiAnswer temporary(String scene, long seconds) {
        QrTicket code = code(scene, Duration.ofSeconds(seconds));
        world.alter(state -> {
            state.qrTickets
                    .values()
                    .removeIf(old -> expired(old)
                            && old.expiresAt().plus(Duration.ofDays(1)).isBefore(clock.instant()));
            state.qrTickets.put(code.ticket(), code);
        });
        return answer(code).with("expire_seconds", seconds);
    }

    private ApiAnswer permanent(String scene) {
        return world.change(state -> {
            long permanent = state.qrTickets.values().stream()
                    .filter(code -> code.expiresAt() == null)
                    .count();
            if (permanent >= MOST_PERMANENT) {
                return ApiAnswer.refused(45029, "qrcode count out of limit");
            }
            QrTicket code = code(scene, null);
            state.qrTickets.put(code.ticket(), code);
            return answer(code);
        });
    }

    private QrTicket code(String scene, Duration life) {
        return new QrTicket(
                "gQ" + ids.letters(90) + "==",
                "http://weixin.qq.com/q/02" + ids.letters(20),
                scene,
                life == null ? null : clock.instant().plus(life));
    }

    private static ApiAnswer answer(QrTicket code) {
        return ApiAnswer.bare().with("ticket", code.ticket()).with("url", code.url());
    }

    /** A call without the scene wrapper gets the scene 0, as the platform does it. */
    private static Optional<String> scene(String action, JsonNode scene) {
        if (!scene.isObject()) {
            return Optional.of("0");
        }
        if (action.contains("STR")) {
            String text = scene.path("scene_str").asString("");
            return Optional.of(text).filter(given -> !given.isEmpty() && given.length() <= 64);
        }
        long number = scene.path("scene_id").asLong(0);
        long most = action.contains("LIMIT") ? 100_000 : 4_294_967_295L;
        return Optional.of(number).filter(given -> given >= 1 && given <= most).map(String::valueOf);
    }
}
