package cn.tuanwu.support;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One request as it came over the wire. */
record OssStubCall(String method, String rawPath, Map<String, String> query, Map<String, String> headers, byte[] body) {

    OssStubCall(HttpExchange exchange, byte[] body) {
        this(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                parameters(exchange.getRequestURI().getRawQuery()),
                headers(exchange),
                body);
    }

    String path() {
        return URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Behind the bucket's name; empty when the bucket itself is meant. */
    String key() {
        String start = "/" + OssStub.BUCKET;
        String rest = path().substring(Math.min(path().length(), start.length()));
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }

    String header(String name) {
        return headers.get(name);
    }

    private static Map<String, String> parameters(String raw) {
        Map<String, String> found = new TreeMap<>();
        if (raw != null) {
            for (String part : raw.split("&")) {
                String[] pair = part.split("=", 2);
                found.put(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1]));
            }
        }
        return found;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> found = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> found.put(name.toLowerCase(), values.get(0)));
        return found;
    }
}
