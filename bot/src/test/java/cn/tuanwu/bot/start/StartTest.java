package cn.tuanwu.bot.start;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.BotApplication;
import cn.tuanwu.servers.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start that can't work is refused in sentences. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("story")
class StartTest {

    @Test
    void everythingMissingIsToldAtOnce(CapturedOutput output) {
        refused(new TreeMap<>());
        assertThat(output.getAll())
                .contains("TUANWU_DB_URL is missing", "TUANWU_WECOM_SECRET is missing", "TUANWU_OA_AES_KEY is missing")
                .contains("TUANWU_MINIAPP_SECRET is missing", "TUANWU_PUBLIC_URL is missing")
                .doesNotContain("\tat ");
    }

    @Test
    void sampleSecretsAndMistypedSettingsAreNamed(CapturedOutput output) {
        Map<String, String> settings = right(TestServers.freshDatabase());
        settings.put("TUANWU_WECOM_SECRET", "changeme");
        settings.put("TUANWU_OA_AES_KEY", "tooShort");
        settings.put("TUANWU_WECOM_AGENT_ID", "one");
        settings.put("TUANWU_CALLBACK_WINDOW", "ten minutes");
        settings.put("TUANWU_OA_API", "api.weixin.qq.com");
        refused(settings);
        assertThat(output.getAll())
                .contains("TUANWU_WECOM_SECRET is a sample value", "TUANWU_OA_AES_KEY must be the 43")
                .contains(
                        "TUANWU_WECOM_AGENT_ID must be a number",
                        "TUANWU_CALLBACK_WINDOW must be",
                        "TUANWU_OA_API must")
                .doesNotContain("TUANWU_MINIAPP_SECRET", "\tat ");
    }

    @Test
    void anOldDatabaseIsToBeMigrated(CapturedOutput output) {
        refused(right(TestServers.emptyDatabase()));
        assertThat(output.getAll()).contains("run ./tuanwu migrate").doesNotContain("\tat ");
    }

    private static void refused(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        Assertions.assertThatThrownBy(() -> BotApplication.application().run(arguments.toArray(String[]::new)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Map<String, String> right(TestServers.Database database) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("TUANWU_DB_URL", database.url()),
                Map.entry("TUANWU_DB_USER", database.user()),
                Map.entry("TUANWU_DB_PASSWORD", database.password()),
                Map.entry("TUANWU_REDIS_URL", "redis://127.0.0.1:1"),
                Map.entry("TUANWU_PUBLIC_URL", "https://tuan.example.org"),
                Map.entry("TUANWU_WECOM_CORP_ID", "ww1"),
                Map.entry("TUANWU_WECOM_AGENT_ID", "1000002"),
                Map.entry("TUANWU_WECOM_SECRET", "Zm9vYmFy1"),
                Map.entry("TUANWU_WECOM_TOKEN", "Zm9vYmFy2"),
                Map.entry("TUANWU_WECOM_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
                Map.entry("TUANWU_OA_APP_ID", "wx1"),
                Map.entry("TUANWU_OA_SECRET", "Zm9vYmFy3"),
                Map.entry("TUANWU_OA_TOKEN", "Zm9vYmFy4"),
                Map.entry("TUANWU_OA_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
                Map.entry("TUANWU_MINIAPP_APP_ID", "wx2"),
                Map.entry("TUANWU_MINIAPP_SECRET", "Zm9vYmFy5")));
    }
}
