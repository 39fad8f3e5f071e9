package cn.tuanwu.bot.doctor;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * How somebody answered the doctor.
 *
 * @param trouble why there is no answer, or null
 * @param at when it came, by this machine's clock
 */
record Reply(int status, String body, Optional<Instant> platformTime, String trouble, Instant at) {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    static Reply of(int status, String body, Optional<Instant> platformTime) {
        return new Reply(status, body, platformTime, null, Instant.now());
    }

    static Reply none(String trouble) {
        return new Reply(0, "", Optional.empty(), trouble, Instant.now());
    }

    JsonNode json() {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** Whether the platform itself answered: a good answer or one with its error code. */
    boolean isPlatforms() {
        return status == 200 && json().isObject();
    }

    int errcode() {
        return json().path("errcode").asInt(0);
    }

    String token() {
        return json().path("access_token").asString("");
    }

    /** The address of ours that the platform names when it refuses it. */
    String ourAddress() {
        Matcher found = ADDRESS.matcher(json().path("errmsg").asString(""));
        return found.find() ? found.group() : "本机的出口 IP";
    }
}
