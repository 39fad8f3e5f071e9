package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.chanjar.weixin.cp.api.WxCpService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SandboxPageTest {

    @Test
    void theWireShowsWhatAnEncryptedCallbackSaysAndHidesTokens() throws Exception {
        try (Stage stage = Stage.open()) {
            WxCpService weCom = stage.weCom();
            weCom.getMessageService().send(ReviewCards.to("zhangsan", "review-1"));
            stage.bot.reply = xml ->
                    "<xml><MsgType>update_button</MsgType><Button><ReplaceName>已同意</ReplaceName>" + "</Button></xml>";
            stage.post("/sandbox/operators/zhangsan/cards/review-1/click", "{\"key\":\"approve\"}");

            JsonNode entries = stage.get("/sandbox/wire").path("entries");
            assertThat(entries).hasSize(3);
            assertThat(entries.get(0).path("path").asString()).startsWith("/qyapi/cgi-bin/gettoken");
            assertThat(entries.get(1).path("title").asString()).isEqualTo("企业微信向 张三 发送模板卡片");
            assertThat(entries.get(1).path("errcode").asInt()).isZero();
            JsonNode callback = entries.get(2);
            assertThat(callback.path("direction").asString()).isEqualTo("PLATFORM_TO_APP");
            assertThat(callback.path("request").path("raw").asString())
                    .contains("<Encrypt>")
                    .doesNotContain("approve");
            assertThat(callback.path("request").path("decoded").asString()).contains("template_card_event", "approve");
            assertThat(callback.path("response").path("decoded").asString()).contains("已同意");
            assertThat(entries.toString())
                    .doesNotContain(weCom.getAccessToken())
                    .doesNotContain(stage.settings.weCom().secret());
            long second = entries.get(1).path("id").asLong();
            assertThat(stage.get("/sandbox/wire?after=" + second).path("entries"))
                    .hasSize(1);
        }
    }

    @Test
    void anOpenPageHearsOfEveryChangeAndIsLetGoAtTheEnd() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Thread page;
        try (Stage stage = Stage.open()) {
            var connection = URI.create(stage.url("/sandbox/events")).toURL().openConnection();
            page = new Thread(() -> read(connection, heard));
            page.start();
            await().until(() -> heard.contains("event:state"));
            heard.clear();
            stage.post("/sandbox/operators/lisi/messages", "{\"text\":\"你好\"}");
            await().until(() -> heard.contains("event:state") && heard.contains("event:wire"));
        }
        page.join(5000);
        assertThat(page.isAlive()).isFalse();
    }

    @Test
    void aSecondRunKnowsTheFirst(@TempDir Path directory) throws Exception {
        String code;
        JsonNode before;
        try (Stage stage = Stage.open(directory)) {
            code = stage.weCom()
                    .getMessageService()
                    .send(ReviewCards.to("zhangsan", "review-1"))
                    .getResponseCode();
            stage.post("/sandbox/members/member-1/follow", "{}");
            stage.post("/sandbox/members/member-1/messages", "{\"text\":\"报到\"}");
            before = stage.get("/sandbox/state");
            await().until(() -> Files.exists(directory.resolve("platform.json")));
        }
        try (Stage stage = Stage.open(directory)) {
            JsonNode after = stage.get("/sandbox/state");
            assertThat(after.path("members")).isEqualTo(before.path("members"));
            assertThat(after.path("operators")).isEqualTo(before.path("operators"));
            stage.weCom()
                    .getTaskCardService()
                    .updateTemplateCardButton(List.of("zhangsan"), List.of(), List.of(), 0, code, "已处理");
            assertThat(stage.card("zhangsan", "review-1").path("closed").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void textMessagesAreKeptByNumber() throws Exception {
        try (Stage stage = Stage.open()) {
            var request = stage.request("/platform/sms/send")
                    .header("Authorization", "Bearer any")
                    .POST(BodyPublishers.ofString("{\"phone\":\"13800138000\",\"text\":\"验证码 123456\"}"))
                    .build();
            assertThat(stage.send(request).statusCode()).isEqualTo(200);
            assertThat(stage.get("/sandbox/sms?phone=13800138000")
                            .path("messages")
                            .get(0)
                            .path("text")
                            .asString())
                    .isEqualTo("验证码 123456");
            assertThat(stage.get("/sandbox/sms?phone=13900139000").path("messages"))
                    .isEmpty();
            assertThat(stage.get("/sandbox/state").path("sms")).hasSize(1);
            assertThat(stage.post("/platform/sms/send", "{}").path("code").asString())
                    .isEqualTo("UNAUTHORIZED");
        }
    }

    @Test
    void realNameChecksFollowTheQueueThenTheNumberThenTheFallback() throws Exception {
        try (Stage stage = Stage.open()) {
            stage.put(
                    "/sandbox/realname",
                    "{\"delayMillis\":0,\"next\":[\"NO_RECORD\",\"ERROR\"],\"byIdNumber\":{\"110\":\"MISMATCH\"}}");
            assertThat(check(stage, "110")).isEqualTo("NO_RECORD");
            assertThat(stage.post("/platform/realname/check", "{\"name\":\"张三\",\"idNumber\":\"110\"}")
                            .path("code")
                            .asString())
                    .isEqualTo("PROVIDER_ERROR");
            assertThat(check(stage, "110")).isEqualTo("MISMATCH");
            assertThat(check(stage, "120")).isEqualTo("MATCH");
            assertThat(stage.put("/sandbox/realname", "{\"fallback\":\"MAYBE\"}")
                            .path("code")
                            .asString())
                    .isEqualTo("RESULT_UNKNOWN");
        }
    }

    @Test
    void aNewMemberHasAnOwnWeChat() throws Exception {
        try (Stage stage = Stage.open()) {
            JsonNode created = stage.post("/sandbox/members", "{\"nickname\":\"小周\"}");
            assertThat(created.path("id").asString()).isEqualTo("member-2");
            stage.post("/sandbox/members/member-2/follow", "{}");
            JsonNode members = stage.get("/sandbox/state").path("members");
            assertThat(members.get(0).path("following").asBoolean()).isFalse();
            assertThat(members.get(1).path("following").asBoolean()).isTrue();
            assertThat(stage.post("/sandbox/members/member-9/follow", "{}")
                            .path("code")
                            .asString())
                    .isEqualTo("MEMBER_UNKNOWN");
        }
    }

    private static String check(Stage stage, String number) throws Exception {
        return stage.post("/platform/realname/check", "{\"name\":\"张三\",\"idNumber\":\"" + number + "\"}")
                .path("result")
                .asString();
    }

    private static void read(URLConnection page, List<String> heard) {
        try (var lines = new BufferedReader(new InputStreamReader(page.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(heard::add);
        } catch (Exception closed) {
            // The platforms were stopped.
        }
    }
}
