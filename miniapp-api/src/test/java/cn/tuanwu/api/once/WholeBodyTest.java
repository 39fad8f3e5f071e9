package cn.tuanwu.api.once;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Larger bodies are read for those they may come from. */
@Tag("forms")
class WholeBodyTest {
    private static final String PAGES = "/api/work/captures/photos";
    private static final int LARGE = 1024 * 1024;

    /** Break: in WholeBody, ask nobody who is signed in. */
    @Test
    void nobodysLargeBodyIsAnsweredBeforeItIsSent() throws IOException {
        assertThat(answerWithoutBody("")).startsWith("HTTP/1.1 401");
        assertThat(answerWithoutBody("X-Session: made-up\r\n")).startsWith("HTTP/1.1 401");
        assertThat(answerWithoutBody("X-Session: " + People.member().session() + "\r\n"))
                .as("a member is no colleague")
                .startsWith("HTTP/1.1 401");
    }

    /** Break: in WholeBody, ask who is signed in only when the length is told. */
    @Test
    void aLengthThatIsNotToldMakesNoDifference() {
        BodyPublisher untold = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[LARGE]));
        assertThat(send(RunningApi.client(), PAGES + "?batch=1", untold).code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(send(People.staff("zhangsan"), PAGES + "?batch=1", untold).code())
                .isEqualTo("CAPTURE_UNKNOWN");
    }

    @Test
    void whoIsSignedInIsHeardOut() {
        BodyPublisher told = BodyPublishers.ofByteArray(new byte[LARGE]);
        assertThat(send(People.staff("zhangsan"), PAGES + "?batch=1", told).code())
                .isEqualTo("CAPTURE_UNKNOWN");
        assertThat(send(People.committee("sx-viewer"), "/api/console/intakes", told)
                        .code())
                .isEqualTo("ROLE_INSUFFICIENT");
        assertThat(send(RunningApi.client(), "/api/console/intakes", BodyPublishers.ofByteArray(new byte[11 * LARGE]))
                        .code())
                .isEqualTo("BODY_TOO_LARGE");
    }

    private static Answer send(Client client, String path, BodyPublisher body) {
        return client.send(
                client.request(path).header("Idempotency-Key", Client.key()).POST(body));
    }

    /** The first line; the body is promised and never sent. */
    private static String answerWithoutBody(String header) throws IOException {
        int port = RunningApi.client().request("/").build().uri().getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            String head = "POST " + PAGES + "?batch=1 HTTP/1.1\r\nHost: a\r\nIdempotency-Key: " + Client.key()
                    + "\r\nContent-Type: image/jpeg\r\n" + header + "Content-Length: " + LARGE + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }
}
