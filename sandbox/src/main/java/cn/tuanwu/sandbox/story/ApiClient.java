package cn.tuanwu.sandbox.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP at one address, with the session that address gave. */
final class ApiClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI address;
    private String session;

    ApiClient(URI address) {
        this.address = address;
    }

    /** An answer; {@link #ok()} is its body when the status is what a success has. */
    record Answer(String request, int status, String location, byte[] bytes) {

        JsonNode body() {
            return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        }

        JsonNode ok() {
            if (status / 100 != 2) {
                throw new Unexpected(request + " to succeed", this);
            }
            return body();
        }

        @Override
        public String toString() {
            return status + " " + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    void use(String opaqueSession) {
        session = opaqueSession;
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "application/json");
    }

    Answer get(String path, String header, String value) {
        return send("GET", path, BodyPublishers.noBody(), "application/json", header, value);
    }

    /** The body is the picture. */
    Answer picture(String path, byte[] jpeg) {
        return send("POST", path, BodyPublishers.ofByteArray(jpeg), "image/jpeg");
    }

    Answer post(String path, Object body) {
        return send("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), "application/json");
    }

    Answer put(String path, Object body) {
        return send("PUT", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), "application/json");
    }

    Answer upload(String path, String field, String file, byte[] content) {
        String boundary = UUID.randomUUID().toString();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + file + "\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "multipart/form-data; boundary=" + boundary);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (session != null) {
            request.header("X-Session", session);
        }
        String what = method + " " + path;
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String location = response.headers().firstValue("location").orElse("");
            return new Answer(what, response.statusCode(), location, response.body());
        } catch (IOException e) {
            throw new Unexpected(what + " to be answered by " + address, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected(what + " to be answered", "an interruption");
        }
    }
}
