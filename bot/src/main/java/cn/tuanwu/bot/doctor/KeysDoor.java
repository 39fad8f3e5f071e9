package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.settings.CallbackKeys;
import java.time.Clock;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a doctor asks a running bot, through the public address, which of its callback secrets are the same: a platform's
 * own check says only that one of them is not. It says no more than yes or no to a digest whoever asks has to make with the
 * secret, and what its clock shows.
 */
@RestController
class KeysDoor {
    static final String PATH = "/callback/doctor/";
    private static final String NONCE = "[0-9a-f-]{36}";

    private final Map<String, CallbackKeys> keys;
    private final Clock clock;

    KeysDoor(BotSettings settings, Clock clock) {
        this.keys = Map.of(
                "wecom",
                settings.weCom().callback(),
                "oa",
                settings.officialAccount().callback());
        this.clock = clock;
    }

    record Same(boolean token, boolean aesKey, long second) {}

    @GetMapping(PATH + "{channel:wecom|oa}")
    Same compare(
            @PathVariable String channel,
            @RequestParam String nonce,
            @RequestParam String token,
            @RequestParam String aesKey) {
        KeyProof own = nonce.matches(NONCE) ? KeyProof.of(keys.get(channel), channel, nonce) : new KeyProof("", "");
        return new Same(
                KeyProof.same(own.token(), token),
                KeyProof.same(own.aesKey(), aesKey),
                clock.instant().getEpochSecond());
    }
}
