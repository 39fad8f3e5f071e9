package cn.tuanwu.sandbox.story;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The parameters of a mini-program path such as {@code pages/start/start?invite=CODE&scan=TOKEN}. */
final class Links {

    private Links() {}

    static Map<String, String> query(String path) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : path.substring(path.indexOf('?') + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        if (!parameters.containsKey("invite")) {
            throw new Unexpected("a path with invite=", path);
        }
        return parameters;
    }
}
