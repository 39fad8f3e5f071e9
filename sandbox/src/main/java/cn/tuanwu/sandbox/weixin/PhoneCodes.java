package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.PhoneCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What a button of type getPhoneNumber gives after the member agreed: good once, for five minutes. */
@Component
public class PhoneCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final String appId;
    private final World world;
    private final Ids ids;
    private final Clock clock;

    PhoneCodes(PlatformSettings settings, World world, Ids ids, Clock clock) {
        this.appId = settings.miniProgram().appId();
        this.world = world;
        this.ids = ids;
        this.clock = clock;
    }

    public String issue(String miniOpenid, String phone) {
        String code = ids.letters(64);
        Instant now = clock.instant();
        world.alter(state -> {
            state.phoneCodes.values().removeIf(old -> !old.expiresAt().isAfter(now));
            state.phoneCodes.put(code, new PhoneCode(miniOpenid, phone, now.plus(LIFE)));
        });
        return code;
    }

    ApiAnswer exchange(ObjectNode call) {
        String code = call.path("code").asString("");
        PhoneCode found = world.change(state -> state.phoneCodes.remove(code));
        if (found == null || !found.expiresAt().isAfter(clock.instant())) {
            return ApiAnswer.refused(40029, "invalid code");
        }
        String openid = call.path("openid").asString("");
        if (!openid.isEmpty() && !openid.equals(found.openid())) {
            return ApiAnswer.refused(40003, "invalid openid");
        }
        ApiAnswer answer = ApiAnswer.ok();
        ObjectNode info = answer.json().putObject("phone_info");
        info.put("phoneNumber", found.phone())
                .put("purePhoneNumber", found.phone())
                .put("countryCode", "86");
        info.putObject("watermark")
                .put("timestamp", clock.instant().getEpochSecond())
                .put("appid", appId);
        return answer;
    }
}
