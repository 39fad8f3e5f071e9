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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each thing is broken alone: its platform's line names it and what to change, the other two stay right. */
@BotTest
@Tag("edge")
class BrokenOnPurposeTest {
    private static final FakePlatforms PLATFORMS = BotWorld.PLATFORMS;
    private static final String AGENT = "/cgi-bin/agent/get";
    private static final String GOOD_AGENT = "{'errcode':0,'close':0,'redirect_domain':'127.0.0.1','home_url':'HOME',"
            + "'allow_userinfos':{'user':[{'userid':'zhangsan'}]},'allow_partys':{'partyid':[]}}";
    private static final String TEMPLATES = "/wxaapi/newtmpl/gettemplate";
    private static final String GOOD_TEMPLATES = "{'errcode':0,'data':[{'priTmplId':'tmpl-registration-result',"
            + "'content':'{{thing1.DATA}}{{phrase2.DATA}}{{time3.DATA}}{{thing4.DATA}}'}]}";

    @LocalServerPort
    int port;

    @BeforeEach
    void forgetTheLastTest() {
        PLATFORMS.forget();
    }

    /** Break: in CallbackCheck.compare, leave out one of its questions; in AgentCheck.agent, one of its checks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what is set | to what || platform | what is said | what to change
                "TUANWU_WECOM_TOKEN   | AnotherToken        | 企业微信 | 回调 Token 不一致 | TUANWU_WECOM_TOKEN",
                "TUANWU_WECOM_AES_KEY | OTHER_KEY           | 企业微信 | EncodingAESKey 不一致 | TUANWU_WECOM_AES_KEY",
                "TUANWU_WECOM_CORP_ID | wwother             | 企业微信 | 企业 ID 不同 | TUANWU_WECOM_CORP_ID",
                "TUANWU_OA_TOKEN      | AnotherToken        | 公众号 | 回调 Token 不一致 | TUANWU_OA_TOKEN",
                "TUANWU_OA_AES_KEY    | OTHER_KEY           | 公众号 | EncodingAESKey 不一致 | TUANWU_OA_AES_KEY",
                "TUANWU_MINIAPP_RESULT_TEMPLATE | other     | 小程序 | 没有订阅消息模板 other | TUANWU_MINIAPP_RESULT_TEMPLATE",
                "TUANWU_MINIAPP_RESULT_TEMPLATE | EMPTY     | 小程序 | 没有设置 | TUANWU_MINIAPP_RESULT_TEMPLATE",
                "TUANWU_WECOM_API     | http://127.0.0.1:1  | 企业微信 | 平台接口连不上 | TUANWU_WECOM_API"
            })
    void aWrongSettingIsNamed(String setting, String value, String platform, String said, String cure) {
        String wrong = value.replace("OTHER_KEY", "Zbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")
                .replace("EMPTY", "");
        allRight("", "");
        onlyThisIsWrong(examine(Map.of(setting, wrong)), platform, said, cure);
    }

    /** Break: in TokenCheck.refused or AgentCheck.judge, leave out a case. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/cgi-bin/gettoken | {'errcode':40013}                         | 企业微信 | 企业 ID 不对 | TUANWU_WECOM_CORP_ID",
                "/cgi-bin/gettoken | {'errcode':40001}                         | 企业微信 | Secret 不对 | TUANWU_WECOM_SECRET",
                "/cgi-bin/gettoken | {'errcode':60020,'errmsg':'from ip: 203.0.113.7'} | 企业微信 | 203.0.113.7 | 企业可信IP",
                "/cgi-bin/gettoken | {'errcode':45009}                         | 企业微信 | 过于频繁 | 过一会儿",
                "/cgi-bin/agent/get | {'errcode':301002}                       | 企业微信 | AgentId 不对 | TUANWU_WECOM_AGENT_ID",
                "/cgi-bin/agent/get | {'errcode':50003}                        | 企业微信 | 应用已停用 | 启用",
                "/cgi-bin/agent/get | GOOD/'close':0/'close':1                 | 企业微信 | 应用已停用 | 启用",
                "/cgi-bin/agent/get | GOOD/{'userid':'zhangsan'}/              | 企业微信 | 可见范围是空的 | 可见范围",
                "/cgi-bin/agent/get | GOOD/'127.0.0.1'/'x.example.org'         | 企业微信 | 可信域名 x.example.org | 改成",
                "/cgi-bin/agent/get | GOOD/'127.0.0.1'/''                      | 企业微信 | 没有设置可信域名 | 网页授权及JS-SDK",
                "/cgi-bin/agent/get | GOOD/'HOME'/''                           | 企业微信 | 没有设置主页 | ./tuanwu menus",
                "/cgi-bin/agent/get | GOOD/'HOME'/'https://x.example.org/'     | 企业微信 | 主页 https://x.example.org/ | ./tuanwu menus",
                "/cgi-bin/stable_token | {'errcode':40164,'errmsg':'invalid ip 203.0.113.8'} | 公众号 | 203.0.113.8 | IP白名单",
                "/cgi-bin/stable_token | {'errcode':40125}                     | 公众号 | Secret 不对 | TUANWU_OA_SECRET",
                "/wxaapi/newtmpl/gettemplate | {'errcode':0,'data':[]}         | 小程序 | 没有订阅消息模板 | TUANWU_MINIAPP_RESULT_TEMPLATE",
                "/wxaapi/newtmpl/gettemplate | GOOD/{{time3.DATA}}/            | 小程序 | 缺少字段 time3 | 关键词"
            })
    void whatThePlatformHoldsWrongIsNamed(String call, String answer, String platform, String said, String cure) {
        allRight(call, answer);
        onlyThisIsWrong(examine(Map.of()), platform, said, cure);
    }

    private void onlyThisIsWrong(String words, String platform, String said, String cure) {
        assertThat(words.lines().filter(line -> line.startsWith(platform)).findFirst())
                .get()
                .asString()
                .contains("有问题", said, cure);
        assertThat(words.lines().filter(line -> line.endsWith("：正常"))).hasSize(2);
    }

    /** Everything answers well; {@code call} answers this once, or its good answer with something exchanged. */
    private void allRight(String call, String answer) {
        Map<String, String> good = Map.of(AGENT, GOOD_AGENT, TEMPLATES, GOOD_TEMPLATES);
        for (String path : new String[] {AGENT, TEMPLATES, "/cgi-bin/gettoken", "/cgi-bin/stable_token"}) {
            String json = good.getOrDefault(path, "");
            if (path.equals(call)) {
                String[] change = answer.split("(?<!/)/(?!/)", 3);
                json = answer.startsWith("GOOD")
                        ? json.replace(change[1], change.length == 3 ? change[2] : "")
                        : answer;
            }
            if (!json.isEmpty()) {
                String home = "http://127.0.0.1:" + port + "/m/";
                PLATFORMS.next(path, 200, json.replace('\'', '"').replace("HOME", home));
            }
        }
    }

    private String examine(Map<String, String> changed) {
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
        DoctorCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
