package cn.tuanwu.sandbox.gate;

import cn.tuanwu.sandbox.world.Json;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** What a Tencent API answers: always HTTP 200, the truth is in {@code errcode}. */
public record ApiAnswer(ObjectNode json) {

    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);

    public static ApiAnswer ok() {
        return refused(0, "ok");
    }

    public static ApiAnswer refused(int errcode, String errmsg) {
        ObjectNode json = Json.object();
        json.put("errcode", errcode).put("errmsg", errmsg);
        return new ApiAnswer(json);
    }

    /** An answer without errcode, as token and login successes are. */
    public static ApiAnswer bare() {
        return new ApiAnswer(Json.object());
    }

    public ApiAnswer with(String name, String value) {
        json.put(name, value);
        return this;
    }

    public ApiAnswer with(String name, long value) {
        json.put(name, value);
        return this;
    }

    public boolean isRefused() {
        return json.path("errcode").asInt(0) != 0;
    }

    /** Bytes with a fixed type, so the caller's Accept header cannot turn an answer into a 406. */
    public ResponseEntity<byte[]> http() {
        return ResponseEntity.ok().contentType(JSON).body(Json.bytes(json));
    }
}
