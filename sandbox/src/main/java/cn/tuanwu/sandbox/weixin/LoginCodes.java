package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.LoginCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** What wx.login gives: good once, for five minutes. */
@Component
public class LoginCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final World world;
    private final Ids ids;
    private final Clock clock;
    private final LoginRate rate;

    LoginCodes(World world, Ids ids, Clock clock, LoginRate rate) {
        this.rate = rate;
        this.world = world;
        this.ids = ids;
        this.clock = clock;
    }

    public String issue(String miniOpenid) {
        String code = "0" + ids.letters(31);
        world.alter(state -> {
            state.loginCodes
                    .values()
                    .removeIf(old -> old.expiresAt().plus(Duration.ofHours(1)).isBefore(clock.instant()));
            state.loginCodes.put(code, new LoginCode(miniOpenid, clock.instant().plus(LIFE), false));
        });
        return code;
    }

    ApiAnswer exchange(String code) {
        return world.change(state -> {
            LoginCode found = state.loginCodes.get(code);
            if (found == null || !found.expiresAt().isAfter(clock.instant())) {
                return ApiAnswer.refused(40029, "invalid code");
            }
            if (found.used()) {
                return ApiAnswer.refused(40163, "code been used");
            }
            if (!rate.spend(found.openid())) {
                return ApiAnswer.refused(45011, "api minute-quota reach limit, must slower, retry next minute");
            }
            state.loginCodes.put(code, new LoginCode(found.openid(), found.expiresAt(), true));
            return ApiAnswer.bare()
                    .with("session_key", Base64.getEncoder().encodeToString(ids.bytes(16)))
                    .with("openid", found.openid());
        });
    }
}
