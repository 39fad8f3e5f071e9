package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("edge")
class FaultsTest {

    private static final String SEND = "/platform/qyapi/cgi-bin/message/send";

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** Red when FaultFilter lets every call through. */
    @ParameterizedTest
    @CsvSource({
        "BUSY, -1",
        "TOKEN_INVALID, 40014",
        "TOKEN_EXPIRED, 42001",
        "LIMIT, 45009",
        "IP, 60020",
        "CODE, 60140",
        "REFUSED, 43101",
        "WINDOW, 45015",
        "COUNT, 45047",
        "CONCURRENCY, 45033",
        "NOBODY, 81013",
        "LOGIN, 40029",
        "LOGIN_USED, 40163"
    })
    void aRefusalHasItsCodeAndIsOnTheWire(String kind, int errcode) throws Exception {
        fault("{'endpoint':'message/send','kind':'" + kind + "','times':1}");
        assertThat(stage.post(SEND, "{}").path("errcode").asInt()).isEqualTo(errcode);
        assertThat(stage.lastOnTheWire().path("title").asString()).contains("设定的故障 " + kind);
        assertThat(stage.lastOnTheWire().path("errcode").asInt()).isEqualTo(errcode);
        assertThat(stage.post(SEND, "{}").path("errcode").asInt()).isEqualTo(41001);
    }

    /** Break: in FaultFilter, refuse with 60020 everywhere. */
    @Test
    void weChatKeepsAListOfItsOwnAndBothNameTheAddressTheySaw() throws Exception {
        fault("{'endpoint':'*','kind':'IP'}");
        String work = stage.post(SEND, "{}").path("errmsg").asString();
        assertThat(work).contains("from ip: 203.0.113.7");
        var account = stage.post("/platform/weixin/cgi-bin/stable_token", "{}");
        assertThat(account.path("errcode").asInt()).isEqualTo(40164);
        assertThat(account.path("errmsg").asString()).contains("203.0.113.7");
    }

    @Test
    void aFaultStrikesItsEndpointAsOftenAsAskedAndIsGone() throws Exception {
        fault("{'endpoint':'message/send','kind':'TOKEN_EXPIRED','times':2}");
        assertThat(stage.post("/platform/qyapi/cgi-bin/message/update_template_card", "{}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(41001);
        stage.post(SEND, "{}");
        assertThat(faults())
                .isEqualTo("[{'endpoint':'message/send','kind':'TOKEN_EXPIRED','times':1,".replace('\'', '"')
                        + "\"probability\":null,\"millis\":null}]");
        stage.post(SEND, "{}");
        assertThat(faults()).isEqualTo("[]");
    }

    @Test
    void halfOfTheCallsFailWhenTheOddsAreEven() throws Exception {
        fault("{'endpoint':'*','kind':'BUSY','probability':0.5}");
        int busy = 0;
        for (int call = 0; call < 200; call++) {
            busy += stage.post(SEND, "{}").path("errcode").asInt() == -1 ? 1 : 0;
        }
        // Four standard deviations to either side.
        assertThat(busy).isBetween(70, 130);
        stage.delete("/sandbox/faults");
        assertThat(stage.post(SEND, "{}").path("errcode").asInt()).isEqualTo(41001);
    }

    @Test
    void gatewaysBreakAnswersVanishAndLinesAreCut() throws Exception {
        fault(
                "{'endpoint':'message/send','kind':'BAD_GATEWAY','times':1}",
                "{'endpoint':'message/send','kind':'EMPTY','times':1}",
                "{'endpoint':'message/send','kind':'RESET','times':1}");
        HttpResponse<byte[]> broken = send();
        assertThat(broken.statusCode()).isEqualTo(502);
        assertThat(broken.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
        HttpResponse<byte[]> empty = send();
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
        assertThat(stage.lastOnTheWire().path("title").asString()).contains("RESET");
        assertThat(stage.lastOnTheWire().path("status").asInt(-1)).isZero();
        assertThat(send().statusCode()).isEqualTo(200);
    }

    @Test
    void aSlowCallStillTakesEffect() throws Exception {
        fault("{'endpoint':'gettoken','kind':'SLOW','millis':300,'times':1}");
        long start = System.nanoTime();
        assertThat(stage.weCom().getAccessToken()).isNotBlank();
        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(300);
    }

    @Test
    void nonsenseIsRefusedInASentence() throws Exception {
        assertThat(refusal("{'kind':'FIRE'}")).isEqualTo("FAULT_UNKNOWN");
        assertThat(refusal("{'kind':'BUSY','times':0}")).isEqualTo("TIMES_INVALID");
        assertThat(refusal("{'kind':'BUSY','probability':2}")).isEqualTo("PROBABILITY_INVALID");
        assertThat(refusal("{'kind':'LOST','endpoint':'message/send'}")).isEqualTo("FAULT_MISPLACED");
    }

    private HttpResponse<byte[]> send() throws Exception {
        return stage.send(
                stage.request(SEND).POST(BodyPublishers.ofString("{}")).build());
    }

    private void fault(String... faults) throws Exception {
        String list = "[" + String.join(",", faults).replace('\'', '"') + "]";
        assertThat(stage.put("/sandbox/faults", list).path("faults")).hasSize(faults.length);
    }

    private String faults() throws Exception {
        return stage.get("/sandbox/faults").path("faults").toString();
    }

    private String refusal(String fault) throws Exception {
        return stage.put("/sandbox/faults", "[" + fault.replace('\'', '"') + "]")
                .path("code")
                .asString();
    }
}
