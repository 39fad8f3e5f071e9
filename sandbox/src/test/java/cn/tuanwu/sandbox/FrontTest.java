package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontTest {

    /** A request as the application behind sees it. */
    private record Seen(String method, String uri, String type, String session, byte[] body) {}

    private final AtomicReference<Seen> seen = new AtomicReference<>();
    private HttpServer behind;
    private RunningPlatform platform;
    private Client client;

    @BeforeEach
    void open() throws Exception {
        behind = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        behind.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            seen.set(new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Content-Type"),
                    headers.getFirst("X-Session"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().add("X-Answer", "one");
            byte[] answer = "{\"code\":\"团\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(422, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        behind.start();
        int port = behind.getAddress().getPort();
        platform = PlatformApplication.start(PlatformSettings.of(Map.of(), "http://demo.example", port, port, null), 0);
        client = new Client(platform.port());
    }

    @AfterEach
    void close() {
        platform.close();
        behind.stop(0);
    }

    @Test
    void requestsAreHandedOnByteForByte() throws Exception {
        byte[] body = new byte[100_000];
        new Random(7).nextBytes(body);
        HttpResponse<byte[]> answer = client.send(client.request("/api/x%20y;a=b/%E5%9B%A2?q=a+b%20c&&x=%2B&x=")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Session", "s-1")
                .PUT(BodyPublishers.ofByteArray(body))
                .build());
        assertThat(seen.get().method()).isEqualTo("PUT");
        assertThat(seen.get().uri()).isEqualTo("/api/x%20y;a=b/%E5%9B%A2?q=a+b%20c&&x=%2B&x=");
        assertThat(seen.get().type()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(seen.get().session()).isEqualTo("s-1");
        assertThat(seen.get().body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("x-answer")).contains("one");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"code\":\"团\"}");
    }

    @Test
    void callbacksGoToTheBotWithTheirSignature() throws Exception {
        client.send(client.request("/callback/wecom?msg_signature=a&echostr=P9%2Bx%3D%3D")
                .build());
        assertThat(seen.get().method()).isEqualTo("GET");
        assertThat(seen.get().uri()).isEqualTo("/callback/wecom?msg_signature=a&echostr=P9%2Bx%3D%3D");
    }

    @Test
    void aHugeCallbackIsRefusedAtTheDoor() throws Exception {
        HttpResponse<byte[]> answer = client.send(client.request("/callback/wecom?a=b")
                .POST(BodyPublishers.ofByteArray(new byte[5 * 1024 * 1024]))
                .build());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(seen.get()).isNull();
    }

    @Test
    void aDeadApplicationIsABadGateway() throws Exception {
        behind.stop(0);
        HttpResponse<byte[]> answer = client.send(client.request("/api/me").build());
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("miniapp-api 没有应答");
        assertThat(client.send(client.request("/sandbox/health").build()).statusCode())
                .isEqualTo(503);
    }

    @Test
    void pagesAreServedFreshAndFoldersByTheirIndex() throws Exception {
        for (String page : new String[] {"/", "/mp/", "/console/", "/m/"}) {
            HttpResponse<byte[]> answer = client.send(client.request(page).build());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElseThrow())
                    .startsWith("text/html");
            assertThat(answer.headers().firstValue("cache-control").orElseThrow())
                    .contains("no-cache");
        }
        assertThat(client.send(client.request("/mp").build()).headers().firstValue("location"))
                .hasValueSatisfying(target -> assertThat(target).endsWith("/mp/"));
        String invitation =
                new String(client.send(client.request("/i/ABC").build()).body(), StandardCharsets.UTF_8);
        assertThat(invitation).contains("请在微信中打开");
        String target = new String(client.send(client.request("/t/ABC").build()).body(), StandardCharsets.UTF_8);
        assertThat(target).contains("组织关系转接", "请在微信中打开");
    }

    @Test
    void everythingAnsweringIsUp() throws Exception {
        HttpResponse<byte[]> answer =
                client.send(client.request("/sandbox/health").build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body())).contains("\"status\":\"UP\"");
    }

    private record Client(int port) {

        java.net.http.HttpRequest.Builder request(String path) {
            return java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + port + path));
        }

        HttpResponse<byte[]> send(java.net.http.HttpRequest request) throws Exception {
            return java.net.http.HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
