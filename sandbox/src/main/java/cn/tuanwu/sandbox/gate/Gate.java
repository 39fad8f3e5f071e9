package cn.tuanwu.sandbox.gate;

import cn.tuanwu.sandbox.world.Json;
import cn.tuanwu.sandbox.world.WorldState.App;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Lets a call with a good token and a readable body through to its API. */
@Component
public class Gate {

    private final Tokens tokens;

    Gate(Tokens tokens) {
        this.tokens = tokens;
    }

    /** For calls whose parameters are all in the query. */
    public ResponseEntity<byte[]> pass(App app, String token, Supplier<ApiAnswer> api) {
        return tokens.refuse(token, app).orElseGet(api).http();
    }

    /** For calls that answer something else than JSON: the refusal, if any. */
    public Optional<ApiAnswer> refuse(App app, String token) {
        return tokens.refuse(token, app);
    }

    public ResponseEntity<byte[]> pass(App app, String token, byte[] body, Function<ObjectNode, ApiAnswer> api) {
        Optional<ApiAnswer> refusal = tokens.refuse(token, app);
        if (refusal.isPresent()) {
            return refusal.get().http();
        }
        return Json.object(body).map(api).orElseGet(Gate::unreadable).http();
    }

    /** What the platforms say to a body that is no JSON object. */
    public static ApiAnswer unreadable() {
        return ApiAnswer.refused(47001, "data format error. Warning: wrong json format.");
    }
}
