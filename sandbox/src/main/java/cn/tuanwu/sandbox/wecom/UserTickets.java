package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.OAuthCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What a member who opened a page with scope snsapi_privateinfo lets the application read, for half an hour. */
@Component
class UserTickets {

    private static final Duration LIFE = Duration.ofSeconds(1800);

    private final World world;
    private final Contacts contacts;
    private final VisibleRange range;
    private final MobileBook mobiles;
    private final Ids ids;
    private final Clock clock;

    UserTickets(World world, Contacts contacts, VisibleRange range, MobileBook mobiles, Ids ids, Clock clock) {
        this.world = world;
        this.contacts = contacts;
        this.range = range;
        this.mobiles = mobiles;
        this.ids = ids;
        this.clock = clock;
    }

    /** Nothing for somebody outside the visible range. */
    ApiAnswer add(ApiAnswer reader, String userid) {
        if (range.find(userid).isEmpty()) {
            return reader;
        }
        String ticket = ids.letters(80);
        Instant now = clock.instant();
        world.alter(state -> {
            state.userTickets
                    .values()
                    .removeIf(old -> old.expiresAt().plus(Duration.ofDays(1)).isBefore(now));
            state.userTickets.put(ticket, new OAuthCode(userid, now.plus(LIFE)));
        });
        return reader.with("user_ticket", ticket).with("expires_in", LIFE.toSeconds());
    }

    ApiAnswer detail(ObjectNode call) {
        String ticket = call.path("user_ticket").asString("");
        OAuthCode found = world.read(state -> state.userTickets.get(ticket));
        if (found == null) {
            return ApiAnswer.refused(84015, "invalid user_ticket");
        }
        if (!found.expiresAt().isAfter(clock.instant())) {
            return ApiAnswer.refused(84014, "user_ticket expired");
        }
        Contacts.Contact member = contacts.find(found.userid()).orElseThrow();
        return ApiAnswer.ok()
                .with("userid", member.userid())
                .with("gender", "0")
                .with("avatar", "")
                .with("qr_code", "https://open.work.weixin.qq.com/wwopen/userQRCode?vcode=" + member.userid())
                .with("mobile", mobiles.mobile(member))
                .with("email", "")
                .with("biz_mail", member.userid() + "@demo.example")
                .with("address", "");
    }
}
