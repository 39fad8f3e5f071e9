package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.tuanwu.sandbox.world.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Clients from npm that know nothing of this repository agree with the platforms on every byte. */
@Tag("edge")
@Timeout(120)
class NpmClientsTest {

    private static final Path WEB =
            Path.of(System.getProperty("tuanwu.home", "..")).resolve("web");

    @BeforeEach
    void theClientsAreThere() {
        for (String client : List.of("@wecom/crypto", "co-wechat-api")) {
            assumeTrue(
                    Files.isDirectory(WEB.resolve("node_modules").resolve(client)),
                    client + " is not in web/node_modules");
        }
    }

    @Test
    void coWechatApiTakesATokenMakesACodeAndWritesToAFollower() throws Exception {
        try (Stage stage = Stage.open()) {
            stage.post("/sandbox/members/member-1/follow", "{}");
            PlatformSettings.OfficialAccount account = stage.settings.officialAccount();
            JsonNode said = last(node(
                    "account.mjs",
                    stage.url("/platform/weixin"),
                    account.appId(),
                    account.secret(),
                    stage.member().path("oaOpenid").asString()));
            assertThat(said.path("token").asInt()).isGreaterThan(100);
            assertThat(said.path("seconds").asInt()).isEqualTo(600);
            assertThat(said.path("errcode").asInt(-1)).isZero();
            assertThat(stage.member().path("chat").toString()).contains("你好，团员");
            String scan = "{\"content\":\"" + said.path("url").asString() + "\"}";
            assertThat(stage.post("/sandbox/members/member-1/scan", scan)
                            .path("action")
                            .asString())
                    .isEqualTo("SCANNED");
            assertThat(stage.bot.last()).contains("<EventKey><![CDATA[invite-ABC]]>");
        }
    }

    /** Red when CallbackCrypto pads to 16 bytes instead of 32 or signs in another order. */
    @Test
    void wecomCryptoOpensOurCallbacksAndWeOpenItsReplies() throws Exception {
        PlatformSettings settings = PlatformSettings.of(Map.of(), "http://demo.example", 1, 1, null);
        PlatformSettings.WeCom corp = settings.weCom();
        Process bot = node("bot.mjs", corp.token(), corp.aesKey(), corp.corpId());
        try (BufferedReader said = reader(bot)) {
            int port = Integer.parseInt(said.readLine());
            settings = PlatformSettings.of(Map.of(), "http://demo.example", port, port, null);
            try (RunningPlatform platform = PlatformApplication.start(settings, 0)) {
                // Lengths around the edge of a block, one of them in characters of three bytes.
                for (String text : List.of("1", "待审核", "x".repeat(31), "团".repeat(100))) {
                    JsonNode told = say(platform.port(), text);
                    JsonNode heard = Json.object(said.readLine().getBytes(StandardCharsets.UTF_8))
                            .orElseThrow();
                    assertThat(heard.path("genuine").asBoolean()).isTrue();
                    assertThat(heard.path("id").asString()).isEqualTo(corp.corpId());
                    assertThat(heard.path("content").asString()).isEqualTo(text);
                    assertThat(told.path("attempts").asInt()).isEqualTo(1);
                    assertThat(told.path("reply").path("text").asString()).isEqualTo("收到：" + text);
                }
            }
        } finally {
            bot.destroy();
        }
    }

    private static JsonNode say(int port, String text) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/sandbox/operators/lisi/messages"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + text + "\"}"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        return Json.object(answer.body()).orElseThrow();
    }

    private static Process node(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", "test/clients/" + script));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(WEB.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static JsonNode last(Process client) throws Exception {
        try (BufferedReader said = reader(client)) {
            String line = said.readLine();
            assertThat(client.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(client.exitValue()).isZero();
            return Json.object(line.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
