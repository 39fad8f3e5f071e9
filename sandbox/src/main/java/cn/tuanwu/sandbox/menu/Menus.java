package cn.tuanwu.sandbox.menu;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.App;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The menu of each application, as it was last made. */
@Component
class Menus {

    private final World world;

    Menus(World world) {
        this.world = world;
    }

    ApiAnswer create(App app, ObjectNode call) {
        JsonNode buttons = call.path("button");
        return MenuRules.fault(buttons).orElseGet(() -> {
            world.alter(state -> state.menus.put(app, buttons));
            return ApiAnswer.ok();
        });
    }

    Optional<JsonNode> of(App app) {
        return world.read(state -> Optional.ofNullable(state.menus.get(app)));
    }

    ApiAnswer delete(App app) {
        world.alter(state -> state.menus.remove(app));
        return ApiAnswer.ok();
    }
}
