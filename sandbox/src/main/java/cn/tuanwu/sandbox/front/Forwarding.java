package cn.tuanwu.sandbox.front;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/** Hands requests to an application as they came, and its answers back as they come. */
final class Forwarding extends HttpServlet {

    /** Headers of one connection, not of the message; Host and the length are set anew by the client. */
    private static final Set<String> OWN = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "host",
            "content-length");

    /** Of a body whose length nobody told: it is kept in memory. */
    private static final int LARGEST_UNTOLD = 1024 * 1024;

    private final String target;
    private final String name;
    private final int limit;
    private final transient HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    Forwarding(String target, String name, int limit) {
        this.target = target;
        this.name = name;
        this.limit = limit;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            BodyPublisher body = body(request);
            if (body == null) {
                answer(response, 413, "请求内容过大");
                return;
            }
            HttpResponse<InputStream> answer = http.send(copy(request, body), BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                passOn(answer, content, response);
            }
        } catch (IllegalArgumentException malformed) {
            answer(response, 400, "请求地址不正确");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            answer(response, 502, name + " 没有应答");
        } catch (IOException dead) {
            if (!response.isCommitted()) {
                answer(response, 502, name + " 没有应答");
            }
        }
    }

    /** Streams a body of known length; one of unknown length is kept first. Null when it is too large. */
    private BodyPublisher body(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length > limit) {
            return null;
        }
        if (length > 0) {
            InputStream input = request.getInputStream();
            return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> input), length);
        }
        byte[] chunked = length == 0 ? new byte[0] : request.getInputStream().readNBytes(LARGEST_UNTOLD + 1);
        if (chunked.length > LARGEST_UNTOLD) {
            return null;
        }
        return chunked.length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(chunked)), chunked.length);
    }

    private HttpRequest copy(HttpServletRequest request, BodyPublisher body) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        HttpRequest.Builder copy = HttpRequest.newBuilder(URI.create(target + request.getRequestURI() + query))
                .timeout(Duration.ofSeconds(60))
                .method(request.getMethod(), body);
        for (String header : Collections.list(request.getHeaderNames())) {
            if (!OWN.contains(header.toLowerCase(Locale.ROOT))) {
                Collections.list(request.getHeaders(header)).forEach(value -> copy.header(header, value));
            }
        }
        return copy.build();
    }

    private static void passOn(HttpResponse<InputStream> answer, InputStream content, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.statusCode());
        answer.headers().map().forEach((header, values) -> {
            if (!OWN.contains(header.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> response.addHeader(header, value));
            }
        });
        answer.headers().firstValueAsLong("content-length").ifPresent(response::setContentLengthLong);
        OutputStream output = response.getOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            output.write(buffer, 0, read);
            output.flush();
        }
    }

    private static void answer(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
    }
}
