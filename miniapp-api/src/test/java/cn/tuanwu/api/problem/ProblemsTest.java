package cn.tuanwu.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("story")
class ProblemsTest {
    private final Client client = RunningApi.client();

    @Test
    void whatIsNoJsonIsAProblem() {
        problem(client.send("POST", "/api/sms-codes", "{\"phone\":", Client.key()), 400, "BODY_UNREADABLE");
        problem(client.send("POST", "/api/sms-codes", "", Client.key()), 400, "BODY_UNREADABLE");
        problem(client.send("POST", "/api/sms-codes", "[1,2]", Client.key()), 400, "BODY_UNREADABLE");
        problem(client.send("POST", "/api/sms-codes", "null", Client.key()), 400, "BODY_UNREADABLE");
        Answer quoted = client.send("POST", "/api/sms-codes", "{\"phone\": 13912345678x}", Client.key());
        problem(quoted, 400, "BODY_UNREADABLE");
        assertThat(quoted.body()).doesNotContain("13912345678");
    }

    @Test
    void aValueOfTheWrongKindIsToldBesideItsField() {
        Answer wrong = client.send("POST", "/api/sms-codes", "{\"phone\":{\"a\":1}}", Client.key());
        problem(wrong, 422, "FORMAT_INVALID");
        assertThat(wrong.errors()).containsExactly("phone:FORMAT_INVALID");
    }

    @Test
    void unknownFieldsAreIgnored() {
        Answer sent = client.post(
                "/api/sms-codes", Map.of("phone", People.phone(), "purpose", "REGISTER", "role", "admin", "id", 7));
        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.body()).isEqualTo("{\"seconds\":300,\"resendAfterSeconds\":60}");
    }

    @Test
    void unknownPathsAndMethodsAreProblems() {
        problem(client.get("/api/nothing"), 404, "NOT_FOUND");
        problem(client.get("/"), 404, "NOT_FOUND");
        problem(client.get("/error"), 404, "NOT_FOUND");
        problem(client.get("/api/sms-codes"), 405, "METHOD_NOT_ALLOWED");
        problem(client.delete("/api/accounts"), 405, "METHOD_NOT_ALLOWED");
        problem(client.get("/actuator/env"), 404, "NOT_FOUND");
    }

    @Test
    void anotherMediaTypeIsAProblem() {
        problem(
                client.send(client.request("/api/sms-codes")
                        .header("Idempotency-Key", Client.key())
                        .header("Content-Type", "application/xml")
                        .POST(BodyPublishers.ofString("<a/>"))),
                415,
                "MEDIA_TYPE_UNSUPPORTED");
        problem(client.send(client.request("/api/codes").header("Accept", "text/csv")), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void aBodyOver256KilobytesIsRefusedWithOrWithoutItsLengthTold() {
        byte[] large = "x".repeat(256 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
        problem(client.send(post().POST(BodyPublishers.ofByteArray(large))), 413, "BODY_TOO_LARGE");
        problem(
                client.send(post().POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)))),
                413,
                "BODY_TOO_LARGE");
        byte[] fiveMegabytes = new byte[5 * 1024 * 1024];
        problem(client.send(post().POST(BodyPublishers.ofByteArray(fiveMegabytes))), 413, "BODY_TOO_LARGE");
    }

    @Test
    void whatTheServerItselfRefusesShowsNoVersionAndNoTrace() throws IOException {
        int port = client.request("/").build().uri().getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /api/[x] HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception", "at org.");
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (Answer answer :
                new Answer[] {client.get("/api/codes"), client.get("/api/nothing"), client.get("/api/me")}) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Set-Cookie")).isNull();
        }
    }

    @Test
    void oddQueriesFindNothingAndBreakNothing() {
        assertThat(client.get("/api/branches?q=%25%27%22%5C_;--")
                        .json()
                        .get("items")
                        .size())
                .isZero();
        assertThat(client.get("/api/branches?q=" + "a".repeat(5_000)).status()).isEqualTo(200);
        assertThat(client.get("/api/branches").json().get("items").size()).isZero();
        assertThat(client.get("/api/branches?q=sx2301").text("/items/0/id")).isEqualTo("1001");
        assertThat(client.get("/api/branches?q=%E6%95%B0%E5%AD%A6+2302").text("/items/0/id"))
                .isEqualTo("1002");
        assertThat(client.get("/api/universities").text("/items/0/name")).isEqualTo("南岭大学");
        assertThat(client.get("/api/codes").text("/ethnicity/0/name")).isEqualTo("汉族");
    }

    private java.net.http.HttpRequest.Builder post() {
        return client.request("/api/sms-codes")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Client.key());
    }

    static void problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.text("/detail")).matches(".*[\\u4e00-\\u9fff].*");
        assertThat(answer.body()).doesNotContain("Exception", "SELECT", "org.springframework", "cn.tuanwu");
    }
}
