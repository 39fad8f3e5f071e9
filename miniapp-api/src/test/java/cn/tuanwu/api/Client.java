package cn.tuanwu.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page's side of the wire. Every change carries a fresh Idempotency-Key unless one is given. */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final String session;

    Client(int port) {
        this(port, null);
    }

    private Client(int port, String session) {
        this.port = port;
        this.session = session;
    }

    public Client with(String session) {
        return new Client(port, session);
    }

    public String session() {
        return session;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, Map<String, ?> body) {
        return post(path, body, key());
    }

    public Answer post(String path, Map<String, ?> body, String key) {
        return send("POST", path, JSON.writeValueAsString(body), key);
    }

    public Answer put(String path, Map<String, ?> body) {
        return put(path, body, key());
    }

    public Answer put(String path, Map<String, ?> body, String key) {
        return send("PUT", path, JSON.writeValueAsString(body), key);
    }

    public Answer send(String method, String path, String body, String key) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return session == null ? request : request.header("X-Session", session);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public String text(String pointer) {
            JsonNode found = json().at(pointer);
            return found.isMissingNode() || found.isNull() ? null : found.asString();
        }

        public String code() {
            return text("/code");
        }

        /** field:code of every error. */
        public List<String> errors() {
            return StreamSupport.stream(json().path("errors").spliterator(), false)
                    .map(error -> error.path("field").asString() + ":"
                            + error.path("code").asString())
                    .toList();
        }
    }
}
