package cn.tuanwu.sandbox;

import static cn.tuanwu.sandbox.Errcodes.assertErrcode;
import static org.assertj.core.api.Assertions.assertThat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.bean.WxMaPhoneNumberInfo;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import me.chanjar.weixin.cp.api.WxCpService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Calls beside messages and callbacks: the application, its reader's details, phone codes, program codes, templates. */
@Tag("edge")
class PlatformCallsTest {

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
    void theApplicationSaysWhomItReachesAndWhereItsPagesAre() throws Exception {
        WxCpService weCom = stage.weCom();
        String token = weCom.getAccessToken();
        stage.put("/sandbox/visibility", "{\"hidden\":[\"lisi\"]}");
        JsonNode agent = stage.get("/platform/qyapi/cgi-bin/agent/get?access_token=" + token + "&agentid=1000002");
        assertThat(agent.path("redirect_domain").asString()).isEqualTo("demo.example");
        assertThat(agent.path("close").asInt(-1)).isZero();
        assertThat(agent.path("home_url").asString()).isEmpty();
        assertThat(agent.path("allow_userinfos").path("user").toString())
                .contains("zhangsan")
                .doesNotContain("lisi");
        assertThat(agent("agentid=7&access_token=" + token)).isEqualTo(301002);
        assertThat(agent("agentid=x&access_token=" + token)).isEqualTo(40056);
        String set = "/platform/qyapi/cgi-bin/agent/set?access_token=" + token;
        stage.post(set, "{\"agentid\":1000002,\"home_url\":\"http://demo.example/m/\"}");
        assertThat(weCom.getAgentService().get(1000002).getHomeUrl()).isEqualTo("http://demo.example/m/");
        assertThat(stage.post(set, "{\"agentid\":1000002,\"home_url\":\"m\"}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(40094);
    }

    /** Break: in UserTickets.detail, don't look at the clock. */
    @Test
    void aReaderWhoLetsMoreBeKnownGivesATicketForHalfAnHour() throws Exception {
        WxCpService weCom = stage.weCom();
        String ticket = weCom.getOauth2Service()
                .getAuthUserInfo(webCode("snsapi_privateinfo"))
                .getUserTicket();
        assertThat(weCom.getOauth2Service().getUserDetail(ticket).getUserId()).isEqualTo("lisi");
        assertErrcode(84015, () -> weCom.getOauth2Service().getUserDetail("made-up"));
        stage.clock.pass(Duration.ofMinutes(30));
        assertErrcode(84014, () -> weCom.getOauth2Service().getUserDetail(ticket));
        assertThat(weCom.getOauth2Service()
                        .getAuthUserInfo(webCode("snsapi_base"))
                        .getUserTicket())
                .isNull();
    }

    /** Break: in PhoneCodes.exchange, read the code without taking it away. */
    @Test
    void aPhoneCodeIsGoodOnceForFiveMinutes() throws Exception {
        WxMaService program = stage.miniProgram();
        String code = phoneCode();
        WxMaPhoneNumberInfo phone = program.getUserService().getPhoneNumber(code);
        assertThat(phone.getPurePhoneNumber()).isEqualTo("13800000001");
        assertThat(phone.getWatermark().getAppid())
                .isEqualTo(stage.settings.miniProgram().appId());
        assertErrcode(40029, () -> program.getUserService().getPhoneNumber(code));
        String late = phoneCode();
        stage.clock.pass(Duration.ofMinutes(5));
        assertErrcode(40029, () -> program.getUserService().getPhoneNumber(late));
    }

    @Test
    void aProgramCodeOpensItsPageWithItsScene() throws Exception {
        WxMaService program = stage.miniProgram();
        byte[] picture = program.getQrcodeService()
                .createWxaCodeUnlimitBytes("i=ABC", "pages/start/start", false, "release", 430, true, null, false);
        JsonNode scanned = stage.upload("/sandbox/members/member-1/scan", picture);
        assertThat(scanned.path("action").asString()).isEqualTo("OPENED_PROGRAM");
        assertThat(scanned.path("content").asString()).isEqualTo("pages/start/start?scene=i%3DABC");
        String path = "/platform/weixin/wxa/getwxacodeunlimit?access_token=" + program.getAccessToken();
        assertThat(errcode(path, "{\"scene\":\"" + "x".repeat(33) + "\"}")).isEqualTo(40169);
        assertThat(errcode(path, "{\"scene\":\"报到\"}")).isEqualTo(40169);
        assertThat(errcode(path, "{\"scene\":\"a\",\"page\":\"/pages/start/start\"}"))
                .isEqualTo(41030);
        assertThat(errcode(path, "{\"scene\":\"a\",\"page\":\"pages/start/start?a=1\"}"))
                .isEqualTo(41030);
    }

    @Test
    void theMiniProgramListsItsTemplates() throws Exception {
        var templates = stage.miniProgram().getSubscribeService().getTemplateList();
        assertThat(templates).singleElement().satisfies(template -> {
            assertThat(template.getPriTmplId()).isEqualTo("tmpl-registration-result");
            assertThat(template.getContent()).contains("审核结果:{{phrase2.DATA}}");
        });
    }

    /** Break: in Tokens.stable, don't ask ForcedTokens. */
    @Test
    void aStableTokenIsForcedTwentyTimesADayHalfAMinuteApart() throws Exception {
        assertThat(force()).isZero();
        assertThat(force()).isEqualTo(45011);
        for (int i = 2; i <= 20; i++) {
            stage.clock.pass(Duration.ofSeconds(30));
            assertThat(force()).isZero();
        }
        stage.clock.pass(Duration.ofSeconds(30));
        assertThat(force()).isEqualTo(45009);
        stage.clock.pass(Duration.ofDays(1));
        assertThat(force()).isZero();
    }

    /** Break: in LoginCodes.exchange, don't ask LoginRate. */
    @Test
    void aHundredLoginsAMinuteAreTheEnd() throws Exception {
        String path = "/platform/weixin/sns/jscode2session?appid="
                + stage.settings.miniProgram().appId() + "&secret="
                + stage.settings.miniProgram().secret() + "&js_code=";
        for (int i = 1; i <= 100; i++) {
            assertThat(stage.get(path + loginCode()).path("errcode").asInt(0)).isZero();
        }
        assertThat(stage.get(path + loginCode()).path("errcode").asInt()).isEqualTo(45011);
        stage.clock.pass(Duration.ofMinutes(1));
        assertThat(stage.get(path + loginCode()).path("errcode").asInt(0)).isZero();
    }

    private int force() throws Exception {
        String body = "{\"grant_type\":\"client_credential\",\"force_refresh\":true,\"appid\":\""
                + stage.settings.miniProgram().appId() + "\",\"secret\":\""
                + stage.settings.miniProgram().secret() + "\"}";
        return errcode("/platform/weixin/cgi-bin/stable_token", body);
    }

    private int errcode(String path, String body) throws Exception {
        return stage.post(path, body).path("errcode").asInt(0);
    }

    private int agent(String query) throws Exception {
        return stage.get("/platform/qyapi/cgi-bin/agent/get?" + query)
                .path("errcode")
                .asInt(-1);
    }

    private String loginCode() throws Exception {
        return stage.post("/sandbox/members/member-1/login-code", "{}")
                .path("code")
                .asString();
    }

    private String phoneCode() throws Exception {
        return stage.post("/sandbox/members/member-1/phone-code", "{\"phone\":\"13800000001\"}")
                .path("code")
                .asString();
    }

    private String webCode(String scope) throws Exception {
        String page = "/platform/open/connect/oauth2/authorize?appid="
                + stage.settings.weCom().corpId()
                + "&redirect_uri=http%3A%2F%2Fdemo.example%2Fm&response_type=code&scope="
                + scope + "&agentid=1000002&state=s&sandbox_user=lisi";
        HttpResponse<byte[]> answer =
                stage.send(HttpRequest.newBuilder(URI.create(stage.url(page))).build());
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*code=([^&]+).*", "$1");
    }
}
