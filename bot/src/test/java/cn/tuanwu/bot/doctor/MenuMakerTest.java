package cn.tuanwu.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.support.FakePlatforms;
import cn.tuanwu.bot.support.Secrets;
import cn.tuanwu.kernel.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;

/** Both menus and the home page: made once, left alone afterwards, mended when somebody changed them. */
@Tag("edge")
class MenuMakerTest {
    private static final String NONE = "{\"errcode\":46003,\"errmsg\":\"menu no exist\"}";

    private final FakePlatforms platforms = FakePlatforms.start();
    private final BotSettings settings = settings();
    private final List<String> said = new ArrayList<>();

    @Test
    void whatIsMissingIsMadeAndSaid() {
        now(NONE, NONE, "");
        assertThat(make()).isTrue();
        assertThat(said).containsExactly("企业微信的菜单：已创建。", "企业微信应用的主页：已设为 https://tuan.example.org/m/。", "公众号的菜单：已创建。");
        JsonNode made = platforms.calls("/cgi-bin/menu/create").get(1).body().path("button");
        assertThat(made.get(0).path("key").asString()).isEqualTo("REGISTER");
        assertThat(made.get(1).path("pagepath").asString()).isEqualTo("pages/status/status");
        assertThat(platforms
                        .calls("/cgi-bin/agent/set")
                        .get(0)
                        .body()
                        .path("agentid")
                        .asInt())
                .isEqualTo(1000002);
    }

    /** Break: in MenuMaker.menu, create without looking; or in plain, keep what the platform adds. */
    @Test
    void whatIsRightStaysUntouched() {
        Menus menus = new Menus(settings);
        String own = menus.weCom().toString().replace("{\"type\":\"click\"", "{\"sub_button\":[],\"type\":\"click\"");
        now(
                "{\"errcode\":0,\"button\":" + own + "}",
                "{\"menu\":{\"button\":" + menus.officialAccount() + "}}",
                menus.homePage());
        assertThat(make()).isTrue();
        assertThat(said).hasSize(3).allMatch(line -> line.contains("没有改动"));
        assertThat(platforms.calls("/cgi-bin/menu/create")).isEmpty();
        assertThat(platforms.calls("/cgi-bin/agent/set")).isEmpty();
    }

    @Test
    void whatSomebodyChangedIsMendedAndARefusalIsNamed() {
        now("{\"errcode\":0,\"button\":[{\"type\":\"click\",\"name\":\"旧\",\"key\":\"OLD\"}]}", NONE, "https://old/");
        platforms.next("/cgi-bin/menu/create", 200, "{\"errcode\":0}");
        platforms.nextRefuses("/cgi-bin/menu/create", 48001);
        assertThat(make()).isFalse();
        assertThat(said).contains("企业微信的菜单：已更新。", "公众号的菜单：没有成功，错误码 48001。");
    }

    @Test
    void aWrongSecretIsSaidAsTheDoctorSaysIt() {
        platforms.nextRefuses("/cgi-bin/gettoken", 40001);
        now("{\"menu\":{}}", NONE, "");
        assertThat(make()).isFalse();
        assertThat(said.get(0)).contains("Secret 不对", "TUANWU_WECOM_SECRET");
    }

    /** Break: make a name longer. The platforms count bytes. */
    @Test
    void everyNameFitsThePlatforms() {
        Menus menus = new Menus(settings);
        for (JsonNode buttons : List.of(menus.weCom(), menus.officialAccount())) {
            assertThat(buttons).hasSizeLessThanOrEqualTo(3);
            buttons.forEach(top -> assertThat(top.path("name").asString().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(16));
        }
    }

    private boolean make() {
        return new MenuMaker(settings, new Wire(), said::add).make();
    }

    private void now(String weCom, String account, String home) {
        platforms.next("/cgi-bin/menu/get", 200, weCom);
        platforms.next("/cgi-bin/menu/get", 200, account);
        platforms.next("/cgi-bin/agent/get", 200, "{\"errcode\":0,\"home_url\":\"" + home + "\"}");
    }

    private BotSettings settings() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.ofEntries(
                                Map.entry("TUANWU_PUBLIC_URL", "https://tuan.example.org"),
                                Map.entry("TUANWU_WECOM_CORP_ID", Secrets.CORP),
                                Map.entry("TUANWU_WECOM_AGENT_ID", "1000002"),
                                Map.entry("TUANWU_WECOM_SECRET", Secrets.WECOM_SECRET),
                                Map.entry("TUANWU_WECOM_API", platforms.url()),
                                Map.entry("TUANWU_OA_API", platforms.url()),
                                Map.entry("TUANWU_MINIAPP_APP_ID", "wxtestminiapp"))));
        return BotSettings.read(new Settings(environment));
    }
}
