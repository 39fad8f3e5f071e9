package cn.tuanwu.bot.tencent;

import cn.tuanwu.bot.work.Alarm;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every call to a platform goes through here: held while its interface is stopped or a budget is used up. */
@Component
class Turnstile {
    private static final int OVER_LIMIT = 45009;
    private static final Set<Integer> DEAD_TOKEN = Set.of(40001, 40014, 42001);

    private final Budgets budgets;
    private final Stops stops;
    private final Tokens tokens;
    private final Alarm alarm;

    Turnstile(Budgets budgets, Stops stops, Tokens tokens, Alarm alarm) {
        this.budgets = budgets;
        this.stops = stops;
        this.tokens = tokens;
        this.alarm = alarm;
    }

    <T> CallResult<T> call(Platform platform, String api, List<Budget> costs, CallResult.Call<T> call) {
        String name = platform + ":" + api;
        Stops.Gate gate = stops.enter(name);
        if (!gate.pause().isZero()) {
            return new CallResult.Held<>(gate.pause(), name + " is stopped (45009)");
        }
        Duration full = costs.isEmpty() ? Duration.ZERO : budgets.take(costs);
        if (!full.isZero()) {
            return new CallResult.Held<>(full, name + " has no budget left");
        }
        CallResult<T> result = withLivingToken(platform, call);
        if (result instanceof CallResult.Refused<T> refused && refused.errcode() == OVER_LIMIT) {
            return new CallResult.Held<>(stopped(platform, name), name + " is stopped (45009)");
        }
        if (gate.isTry() && !(result instanceof CallResult.NoAnswer<T>)) {
            stops.reopen(name);
        }
        return result;
    }

    /** A token revoked before its end costs this call one repetition; whoever comes next finds the new one. */
    private <T> CallResult<T> withLivingToken(Platform platform, CallResult.Call<T> call) {
        CallResult<T> first = CallResult.of(call);
        boolean dead = first instanceof CallResult.Refused<T> refused && DEAD_TOKEN.contains(refused.errcode());
        return dead && tokens.died(platform) ? CallResult.of(call) : first;
    }

    private Duration stopped(Platform platform, String name) {
        alarm.raise(platform.label() + " says we call too often (errcode 45009): " + name
                + " rests until its window ends, what is to be sent there waits");
        return stops.stop(name);
    }
}
