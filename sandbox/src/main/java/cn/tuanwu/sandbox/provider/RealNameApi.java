package cn.tuanwu.sandbox.provider;

import cn.tuanwu.sandbox.wire.WireNote;
import cn.tuanwu.sandbox.world.Json;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The provider of real-name checks: slow on purpose. */
@RestController
class RealNameApi {

    private final RealNameChecks checks;

    RealNameApi(RealNameChecks checks) {
        this.checks = checks;
    }

    @PostMapping("/platform/realname/check")
    ResponseEntity<Map<String, String>> check(@RequestBody(required = false) byte[] body) throws InterruptedException {
        ObjectNode call = Json.object(body).orElseGet(Json::object);
        String idNumber = call.path("idNumber").asString("");
        if (call.path("name").asString("").isBlank() || idNumber.isBlank()) {
            return ResponseEntity.badRequest().body(Map.of("code", "PARAMETER_MISSING", "message", "缺少姓名或证件号码"));
        }
        String result = checks.result(idNumber);
        Thread.sleep(checks.plan().delayMillis());
        WireNote.title("实名认证核验：" + result);
        return result.equals(RealNameChecks.ERROR)
                ? ResponseEntity.status(503).body(Map.of("code", "PROVIDER_ERROR", "message", "服务暂不可用"))
                : ResponseEntity.ok(Map.of("result", result));
    }
}
