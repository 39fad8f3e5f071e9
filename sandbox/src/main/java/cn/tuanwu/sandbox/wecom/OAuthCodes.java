package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.OAuthCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What a page opened in WeChat Work learns its reader by: good once, for five minutes. */
@Component
class OAuthCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final World world;
    private final Ids ids;
    private final Clock clock;

    OAuthCodes(World world, Ids ids, Clock clock) {
        this.world = world;
        this.ids = ids;
        this.clock = clock;
    }

    String issue(String userid) {
        String code = ids.letters(43);
        Instant now = clock.instant();
        world.alter(state -> {
            state.oauthCodes.values().removeIf(old -> !old.expiresAt().isAfter(now));
            state.oauthCodes.put(code, new OAuthCode(userid, now.plus(LIFE)));
        });
        return code;
    }

    ApiAnswer exchange(String code) {
        OAuthCode found = code == null ? null : world.change(state -> state.oauthCodes.remove(code));
        return found == null || !found.expiresAt().isAfter(clock.instant())
                ? ApiAnswer.refused(40029, "invalid code")
                : ApiAnswer.ok().with("userid", found.userid());
    }
}
