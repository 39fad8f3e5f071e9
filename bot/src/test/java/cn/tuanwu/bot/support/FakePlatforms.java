package cn.tuanwu.bot.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All platforms and providers on one port: answers well unless told otherwise, and remembers what it heard. */
public final class FakePlatforms {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is said about a picture nobody sent. */
    private static final String MEDIA = "{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}";

    private final HttpServer server;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Map<String, Deque<Scripted>> scripted = new ConcurrentHashMap<>();
    private final AtomicInteger codes = new AtomicInteger();
    private final Map<String, byte[]> media = new ConcurrentHashMap<>();

    public record Call(String path, String query, JsonNode body) {}

    private record Scripted(int status, String body, long delayMillis) {}

    private FakePlatforms(HttpServer server) {
        this.server = server;
    }

    public static FakePlatforms start() {
        try {
            FakePlatforms platforms = new FakePlatforms(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
            platforms.server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "fake-platforms");
                thread.setDaemon(true);
                return thread;
            }));
            platforms.server.createContext("/", platforms::answer);
            platforms.server.start();
            return platforms;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next call of this path hears this instead. */
    public void next(String path, int status, String body) {
        next(path, status, body, 0);
    }

    public void next(String path, int status, String body, long delayMillis) {
        scripted.computeIfAbsent(path, any -> new ArrayDeque<>()).add(new Scripted(status, body, delayMillis));
    }

    public void nextRefuses(String path, int errcode) {
        next(path, 200, "{\"errcode\":" + errcode + ",\"errmsg\":\"no\"}");
    }

    /** A member's picture, as long as nothing else is scripted for it. */
    public void keep(String mediaId, byte[] picture) {
        media.put(mediaId, picture);
    }

    public void forget() {
        calls.clear();
        scripted.clear();
    }

    public List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    /** Messages of WeChat Work that hold this text. */
    public List<JsonNode> wecomMessages(String holding) {
        return calls("/cgi-bin/message/send").stream()
                .map(Call::body)
                .filter(body -> body.toString().contains(holding))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        JsonNode body = sent.length == 0 ? JSON.createObjectNode() : JSON.readTree(sent);
        calls.add(new Call(path, exchange.getRequestURI().getRawQuery(), body));
        Deque<Scripted> queue = scripted.getOrDefault(path, new ArrayDeque<>());
        Scripted answer;
        synchronized (queue) {
            answer = queue.isEmpty() ? new Scripted(200, usual(path), 0) : queue.poll();
        }
        if (answer.delayMillis() > 0) {
            pause(answer.delayMillis());
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] picture = answer.body().equals(MEDIA) ? media.get(mediaId(exchange)) : null;
        if (picture != null) {
            bytes = picture;
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"photo.jpg\"");
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String mediaId(HttpExchange exchange) {
        return exchange.getRequestURI().getQuery().replaceAll(".*media_id=", "");
    }

    private String usual(String path) {
        return switch (path) {
            case "/cgi-bin/gettoken", "/cgi-bin/token", "/cgi-bin/stable_token" ->
                "{\"errcode\":0,\"access_token\":\"" + Secrets.ACCESS_TOKEN + "\",\"expires_in\":7200}";
            case "/cgi-bin/message/send" ->
                "{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"\",\"msgid\":\"m" + codes.incrementAndGet()
                        + "\",\"response_code\":\"code-" + codes.get() + "\"}";
            case "/cgi-bin/qrcode/create" ->
                "{\"ticket\":\"t\",\"expire_seconds\":60,\"url\":\"http://weixin.qq.com/q/abc\"}";
            case "/cgi-bin/media/get" -> MEDIA;
            case "/sms/send" -> "{\"id\":\"1\"}";
            case "/realname/check" -> "{\"result\":\"MATCH\"}";
            default -> "{\"errcode\":0,\"errmsg\":\"ok\"}";
        };
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
