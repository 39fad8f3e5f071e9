package cn.tuanwu.sandbox.provider;

import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.RealNamePlan;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides how a real-name check ends, following the plan people set. */
@Component
public class RealNameChecks {

    public static final String ERROR = "ERROR";
    public static final Set<String> RESULTS = Set.of("MATCH", "MISMATCH", "NO_RECORD", "REPEATED", ERROR);

    private final World world;

    RealNameChecks(World world) {
        this.world = world;
    }

    public RealNamePlan plan() {
        return world.read(state -> state.realName);
    }

    public void plan(RealNamePlan plan) {
        world.alter(state -> state.realName = plan);
    }

    /** The next of the queue, else what is set for this number, else the fallback. */
    String result(String idNumber) {
        return world.change(state -> {
            RealNamePlan plan = state.realName;
            if (plan.next().isEmpty()) {
                return plan.byIdNumber().getOrDefault(idNumber, plan.fallback());
            }
            state.realName = new RealNamePlan(
                    plan.delayMillis(),
                    plan.next().subList(1, plan.next().size()).stream().toList(),
                    plan.byIdNumber(),
                    plan.fallback());
            return plan.next().get(0);
        });
    }
}
