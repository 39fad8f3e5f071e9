package cn.tuanwu.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.FakePlatforms;
import cn.tuanwu.bot.support.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each thing that can be set up wrong is named in one line of its platform, with its cure; the others stay right. */
@BotTest
@Tag("edge")
class DoctorTest {
    private static final String AGENT = "/cgi-bin/agent/get";
    private static final String TEMPLATES = "/wxaapi/newtmpl/gettemplate";
    private static final String GOOD_AGENT = "{\"errcode\":0,\"close\":0,\"redirect_domain\":\"127.0.0.1\","
            + "\"allow_userinfos\":{\"user\":[{\"userid\":\"zhangsan\"}]},\"allow_partys\":{\"partyid\":[]},"
            + "\"allow_tags\":{\"tagid\":[]}}";
    private static final FakePlatforms PLATFORMS = BotWorld.PLATFORMS;

    @LocalServerPort
    int port;

    private final Map<String, String> changed = new TreeMap<>();

    @BeforeEach
    void forgetTheLastTest() {
        PLATFORMS.forget();
    }

    /** Break: in DoctorCommand.run, answer 1 always. */
    @Test
    void whenAllIsRightItSaysSoAndExitsWithZero() {
        PLATFORMS.next(AGENT, 200, GOOD_AGENT);
        PLATFORMS.next(TEMPLATES, 200, "{\"errcode\":0,\"data\":[{\"priTmplId\":\"tmpl-registration-result\"}]}");
        Said said = examine();
        assertThat(said.words()).isEqualToIgnoringNewLines("企业微信：正常公众号：正常小程序：正常");
        assertThat(said.code()).isZero();
    }

    /** Break: in AgentCheck.judge, leave out what is said when the platform has no such interface. */
    @Test
    void whatThePlatformDoesNotOfferIsNotChecked() {
        PLATFORMS.next(AGENT, 404, "");
        PLATFORMS.next(TEMPLATES, 404, "");
        Said said = examine();
        assertThat(said.words()).contains("企业微信：正常。未检查：AgentId、可见范围、可信域名、主页", "小程序：正常。未检查：订阅消息模板");
        assertThat(said.code()).isZero();
    }

    /** Break: in TokenCheck.refused, leave out a case. */
    @Test
    void wrongIdsAndSecretsAreNamedWithTheirSettings() {
        PLATFORMS.nextRefuses("/cgi-bin/gettoken", 40013);
        PLATFORMS.nextRefuses("/cgi-bin/stable_token", 40125);
        Said said = examine();
        assertThat(said.line("企业微信")).contains("企业 ID 不对", "TUANWU_WECOM_CORP_ID");
        assertThat(said.line("公众号")).contains("Secret 不对", "TUANWU_OA_SECRET");
        assertThat(said.code()).isEqualTo(1);
    }

    /** Break: in Reply.ourAddress, don't look. */
    @Test
    void aMissingEntryInAnIpListIsNamedWithTheAddressThePlatformSaw() {
        PLATFORMS.next(
                "/cgi-bin/gettoken",
                200,
                "{\"errcode\":60020,\"errmsg\":\"not allow to access from your ip, from ip: 203.0.113.7\"}");
        PLATFORMS.next(
                "/cgi-bin/stable_token",
                200,
                "{\"errcode\":40164,\"errmsg\":\"invalid ip 203.0.113.8 ipv6 ::ffff:203.0.113.8, not in whitelist\"}");
        Said said = examine();
        assertThat(said.line("企业微信")).contains("企业可信IP", "203.0.113.7");
        assertThat(said.line("公众号")).contains("IP白名单", "203.0.113.8");
    }

    /** Break: in AgentCheck.agent, leave out one of its three questions. */
    @Test
    void theApplicationsFaultsAreAllToldInItsOneLine() {
        PLATFORMS.next(
                AGENT,
                200,
                "{\"errcode\":0,\"close\":1,\"redirect_domain\":\"other.example.org\",\"allow_userinfos\":{\"user\":[]}}");
        assertThat(examine().line("企业微信")).contains("应用已停用", "可见范围是空的", "可信域名 other.example.org");
    }

    /** Break: in AgentCheck.judge, leave out 301002. */
    @Test
    void aWrongAgentIdIsNamed() {
        PLATFORMS.nextRefuses(AGENT, 301002);
        assertThat(examine().line("企业微信")).contains("AgentId 不对", "TUANWU_WECOM_AGENT_ID");
    }

    /** Break: in CallbackCheck.judge, don't compare the echo. */
    @Test
    void aPublicAddressBehindWhichSomebodyElseAnswersIsNamed() {
        changed.put("TUANWU_PUBLIC_URL", PLATFORMS.url());
        assertThat(examine().line("公众号")).contains("应答的不是机器人");
        changed.put("TUANWU_PUBLIC_URL", "http://127.0.0.1:1");
        assertThat(examine().line("企业微信")).contains("http://127.0.0.1:1/callback/wecom 打不开");
    }

    /** Break: in TemplateCheck.judge, return before the fault. */
    @Test
    void aTemplateTheMiniProgramDoesNotHaveIsNamed() {
        PLATFORMS.next(TEMPLATES, 200, "{\"errcode\":0,\"data\":[{\"priTmplId\":\"another\"}]}");
        assertThat(examine().line("小程序")).contains("没有订阅消息模板 tmpl-registration-result");
    }

    /** Break: in TokenCheck.judge, leave out the trouble. */
    @Test
    void aPlatformThatCannotBeReachedIsNamedAndNoSecretIsPrinted() {
        changed.put("TUANWU_WECOM_API", "http://127.0.0.1:1");
        changed.put("TUANWU_OA_API", PLATFORMS.url() + "/nothing-here");
        PLATFORMS.next("/nothing-here/cgi-bin/stable_token", 502, "<html>" + Secrets.OA_SECRET);
        Said said = examine();
        assertThat(said.line("企业微信")).contains("平台接口连不上", "TUANWU_WECOM_API");
        assertThat(said.line("公众号")).contains("HTTP 502", "TUANWU_OA_API");
        assertThat(said.words()).doesNotContain("MARKER", Secrets.TOKEN, Secrets.AES_KEY);
    }

    private record Said(int code, String words) {
        String line(String platform) {
            return words.lines()
                    .filter(line -> line.startsWith(platform))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Said examine() {
        Map<String, String> settings = new TreeMap<>(Map.ofEntries(
                Map.entry("TUANWU_PUBLIC_URL", "http://127.0.0.1:" + port),
                Map.entry("TUANWU_WECOM_CORP_ID", Secrets.CORP),
                Map.entry("TUANWU_WECOM_AGENT_ID", "1000002"),
                Map.entry("TUANWU_WECOM_SECRET", Secrets.WECOM_SECRET),
                Map.entry("TUANWU_WECOM_TOKEN", Secrets.TOKEN),
                Map.entry("TUANWU_WECOM_AES_KEY", Secrets.AES_KEY),
                Map.entry("TUANWU_WECOM_API", PLATFORMS.url()),
                Map.entry("TUANWU_OA_APP_ID", Secrets.OA_APP),
                Map.entry("TUANWU_OA_SECRET", Secrets.OA_SECRET),
                Map.entry("TUANWU_OA_TOKEN", Secrets.TOKEN),
                Map.entry("TUANWU_OA_AES_KEY", Secrets.AES_KEY),
                Map.entry("TUANWU_OA_API", PLATFORMS.url()),
                Map.entry("TUANWU_MINIAPP_APP_ID", "wxtestminiapp"),
                Map.entry("TUANWU_MINIAPP_SECRET", Secrets.MINIAPP_SECRET),
                Map.entry("TUANWU_MINIAPP_RESULT_TEMPLATE", "tmpl-registration-result"),
                Map.entry("TUANWU_MINIAPP_API", PLATFORMS.url())));
        settings.putAll(changed);
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = DoctorCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }
}
