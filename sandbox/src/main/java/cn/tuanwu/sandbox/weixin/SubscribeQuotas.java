package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.world.World;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One consent in the mini-program is one message; consents add up. */
@Component
public class SubscribeQuotas {

    private final World world;

    SubscribeQuotas(World world) {
        this.world = world;
    }

    public void add(String openid, String templateId) {
        world.alter(state -> state.subscribeQuotas
                .computeIfAbsent(openid, any -> new HashMap<>())
                .merge(templateId, 1, Integer::sum));
    }

    boolean spend(String openid, String templateId) {
        return world.change(state -> {
            Map<String, Integer> quotas = state.subscribeQuotas.getOrDefault(openid, Map.of());
            int left = quotas.getOrDefault(templateId, 0);
            if (left > 0) {
                quotas.put(templateId, left - 1);
            }
            return left > 0;
        });
    }
}
