package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.tuanwu.sandbox.demo.Demo;
import cn.tuanwu.sandbox.world.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who comes to the running house from outside: a platform made of another's code, the doctor, whoever makes the menus. */
@Tag("edge")
class OutsidersTest {
    private static final Path WEB = House.HOME.resolve("web");

    private static Demo demo;

    @BeforeAll
    static void everythingRuns() {
        demo = House.running();
    }

    /** Break: in the bot's CallbackCrypto, pad to 16 bytes or sign in another order. */
    @Test
    void wecomCryptoCallsOurBotAndOpensItsReply() throws Exception {
        assumeTrue(Files.isDirectory(WEB.resolve("node_modules/@wecom/crypto")), "web/node_modules is missing");
        Map<String, String> told = demo.told();
        JsonNode said = json(run(
                WEB,
                Map.of(),
                "node",
                "test/clients/caller.mjs",
                demo.url() + "/callback/wecom",
                told.get("TUANWU_WECOM_TOKEN"),
                told.get("TUANWU_WECOM_AES_KEY"),
                told.get("TUANWU_WECOM_CORP_ID"),
                "lisi",
                "帮助"));
        assertThat(said.path("proof").path("same").asBoolean()).isTrue();
        assertThat(said.path("forged").path("status").asInt()).isEqualTo(403);
        assertThat(said.path("status").asInt()).isEqualTo(200);
        assertThat(said.path("genuine").asBoolean()).isTrue();
        assertThat(said.path("id").asString()).isEqualTo(told.get("TUANWU_WECOM_CORP_ID"));
        assertThat(said.path("to").asString()).isEqualTo("lisi");
        assertThat(said.path("type").asString()).isEqualTo("text");
        assertThat(said.path("content").asString()).contains("回复“待审核”");
    }

    /** Break: in the bot's WeComDoor.prove, answer the sealed text. */
    @Test
    void bothPlatformsAcceptTheBotsAddressesAndAForgerIsRefused() {
        for (String channel : List.of("wecom", "oa")) {
            ApiClient sandbox = new ApiClient(URI.create(demo.url()));
            String path = "/sandbox/callbacks/" + channel + "/verify";
            assertThat(sandbox.post(path, Map.of()).ok().path("accepted").asBoolean())
                    .isTrue();
            JsonNode forged = sandbox.post(path + "?forged=true", Map.of()).ok();
            assertThat(forged.path("status").asInt()).isEqualTo(403);
        }
    }

    /** Break: leave one thing the doctor asks for out of the simulated platforms. */
    @Test
    void theDoctorFindsEverythingRightAndCheckedInTheDemo() throws Exception {
        assertThat(bot("--doctor").lines()).containsExactly("企业微信：正常", "公众号：正常", "小程序：正常");
    }

    /** Break: in MenuMaker.menu, don't compare. */
    @Test
    void theMenusAreThereAndMakingThemAgainChangesNothing() throws Exception {
        assertThat(bot("--menus").lines())
                .containsExactly("企业微信的菜单：已是最新，没有改动。", "企业微信应用的主页：已是最新，没有改动。", "公众号的菜单：已是最新，没有改动。");
    }

    private static String bot(String command) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return run(
                House.HOME,
                demo.told(),
                java,
                "-XX:TieredStopAtLevel=1",
                "-jar",
                House.HOME.resolve("bot/target/bot.jar").toString(),
                command);
    }

    private static String run(Path folder, Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return said.strip();
        } finally {
            process.destroyForcibly();
        }
    }

    private static JsonNode json(String line) throws IOException {
        return Json.object(line.getBytes(StandardCharsets.UTF_8)).orElseThrow(() -> new AssertionError(line));
    }
}
