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
    private final UserTickets tickets;

    OAuthCodes(World world, Ids ids, Clock clock, UserTickets tickets) {
        this.tickets = tickets;
        this.world = world;
        this.ids = ids;
        this.clock = clock;
    }

    String issue(String userid) {
        return issue(userid, "snsapi_base");
    }

    String issue(String userid, String scope) {
        String code = ids.letters(43);
        Instant now = clock.instant();
        world.alter(state -> {
            state.oauthCodes.values().removeIf(old -> !old.expiresAt().isAfter(now));
            state.oauthCodes.put(code, new OAuthCode(userid, now.plus(LIFE), scope.equals("snsapi_privateinfo")));
        });
        return code;
    }

    ApiAnswer exchange(String code) {
        OAuthCode found = code == null ? null : world.change(state -> state.oauthCodes.remove(code));
        if (found == null || !found.expiresAt().isAfter(clock.instant())) {
            return ApiAnswer.refused(40029, "invalid code");
        }
        ApiAnswer reader = ApiAnswer.ok().with("userid", found.userid());
        return found.asksMore() ? tickets.add(reader, found.userid()) : reader;
    }
}
