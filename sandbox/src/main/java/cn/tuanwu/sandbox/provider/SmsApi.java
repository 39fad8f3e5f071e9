package cn.tuanwu.sandbox.provider;

import cn.tuanwu.sandbox.wire.WireNote;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.Json;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.Sms;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The sender of text messages. */
@RestController
class SmsApi {

    private static final int KEPT = 500;

    private final World world;
    private final Ids ids;
    private final Clock clock;

    SmsApi(World world, Ids ids, Clock clock) {
        this.world = world;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/platform/sms/send")
    ResponseEntity<Map<String, String>> send(
            @RequestHeader(name = "Authorization", required = false) String authorization,
            @RequestBody(required = false) byte[] body) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return refused(401, "UNAUTHORIZED", "缺少 Authorization");
        }
        ObjectNode message = Json.object(body).orElseGet(Json::object);
        String phone = message.path("phone").asString("");
        String text = message.path("text").asString("");
        if (!phone.matches("1[3-9][0-9]{9}")) {
            return refused(400, "PHONE_INVALID", "手机号码格式不正确");
        }
        if (text.isBlank() || text.length() > 500) {
            return refused(400, "TEXT_INVALID", "短信内容为空或过长");
        }
        Sms sms = new Sms(ids.letters(16), phone, text, clock.instant());
        world.alter(state -> {
            state.sms.add(sms);
            if (state.sms.size() > KEPT) {
                state.sms.remove(0);
            }
        });
        WireNote.title("短信发往 " + phone.substring(0, 3) + "****" + phone.substring(7));
        return ResponseEntity.ok(Map.of("id", sms.id()));
    }

    private static ResponseEntity<Map<String, String>> refused(int status, String code, String message) {
        return ResponseEntity.status(status).body(Map.of("code", code, "message", message));
    }
}
