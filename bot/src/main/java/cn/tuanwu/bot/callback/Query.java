package cn.tuanwu.bot.callback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.util.UriUtils;

/**
 * The parameters of the address alone. The servlet API would read a body that calls itself a form to look for more, and
 * would turn the plus signs of Base64 into spaces.
 */
final class Query {
    private final Map<String, String> values = new HashMap<>();

    static Query of(HttpServletRequest request) {
        Query query = new Query();
        String whole = request.getQueryString();
        if (whole != null) {
            for (String pair : whole.split("&")) {
                query.put(pair.split("=", 2));
            }
        }
        return query;
    }

    /** Empty when it is missing. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    boolean hasAll(String... names) {
        for (String name : names) {
            if (value(name).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void put(String[] pair) {
        try {
            values.putIfAbsent(pair[0], pair.length == 1 ? "" : UriUtils.decode(pair[1], "UTF-8"));
        } catch (IllegalArgumentException e) {
            // Not decodable is as good as missing: the request is refused for that.
        }
    }
}
