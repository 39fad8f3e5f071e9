package cn.tuanwu.bot.aliyun;

import cn.tuanwu.bot.settings.AliyunSettings;
import cn.tuanwu.bot.settings.ProviderSettings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An endpoint of Alibaba Cloud on this machine: wants a signature, answers as documented or as told. */
public final class FakeAliyun implements AutoCloseable {
    public static final String SECRET = "MARKER-aliyun-secret";

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = "{}";
    private volatile long delayMillis;

    /** @param query what stood in the address; @param form what stood in the body */
    public record Call(Map<String, String> headers, Map<String, String> query, Map<String, String> form) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    public FakeAliyun() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public FakeAliyun answers(int status, String body) {
        this.status = status;
        this.body = body;
        return this;
    }

    public FakeAliyun answersAfter(long millis) {
        delayMillis = millis;
        return this;
    }

    public ProviderSettings settings() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new ProviderSettings(
                true, url, true, url, new AliyunSettings("LTAI-test", SECRET, "南岭团委", "SMS_123456789"));
    }

    public List<Call> calls() {
        return calls;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(headers, fields(exchange.getRequestURI().getRawQuery()), fields(sent)));
        pause();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void pause() {
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
