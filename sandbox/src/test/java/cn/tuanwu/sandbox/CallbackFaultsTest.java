package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("edge")
class CallbackFaultsTest {

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aDuplicateIsTheSameBytesOnceMore() throws Exception {
        fault("{'endpoint':'callback/wecom','kind':'DUPLICATE'}");
        JsonNode told = say("lisi", "待审核");
        assertThat(told.path("delivered").asBoolean()).isTrue();
        assertThat(stage.bot.received).hasSize(2);
        assertThat(stage.bot.received.get(0)).isEqualTo(stage.bot.received.get(1));
        assertThat(stage.lastOnTheWire().path("title").asString()).contains("重复");
        say("lisi", "进度");
        assertThat(stage.bot.received).hasSize(3);
    }

    @Test
    void aLostCallbackNeverArrivesAndIsOnTheWire() throws Exception {
        fault("{'kind':'LOST'}");
        assertThat(say("lisi", "待审核").path("delivered").asBoolean()).isFalse();
        assertThat(stage.bot.received).isEmpty();
        assertThat(stage.lastOnTheWire().path("title").asString()).contains("丢失");
        assertThat(say("lisi", "待审核").path("delivered").asBoolean()).isTrue();
    }

    /** Red when CallbackSender does not let the later one pass. */
    @Test
    void aLateCallbackComesAfterTheNextOne() throws Exception {
        fault("{'endpoint':'callback/wecom','kind':'OUT_OF_ORDER'}");
        CompletableFuture<JsonNode> late = CompletableFuture.supplyAsync(() -> said("lisi", "第一句"));
        await().until(() -> stage.get("/sandbox/faults").path("faults").isEmpty());
        say("zhangsan", "第二句");
        assertThat(late.join().path("delivered").asBoolean()).isTrue();
        assertThat(stage.bot.received).hasSize(2);
        assertThat(stage.bot.received.get(0).xml()).contains("第二句");
        assertThat(stage.bot.received.get(1).xml()).contains("第一句");
    }

    private JsonNode said(String userid, String text) {
        try {
            return say(userid, text);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JsonNode say(String userid, String text) throws Exception {
        return stage.post("/sandbox/operators/" + userid + "/messages", "{\"text\":\"" + text + "\"}");
    }

    private void fault(String fault) throws Exception {
        stage.put("/sandbox/faults", "[" + fault.replace('\'', '"') + "]");
    }
}
