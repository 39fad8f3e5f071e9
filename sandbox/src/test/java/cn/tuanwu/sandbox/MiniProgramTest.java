package cn.tuanwu.sandbox;

import static cn.tuanwu.sandbox.Errcodes.assertErrcode;
import static org.assertj.core.api.Assertions.assertThat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.bean.WxMaJscode2SessionResult;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage.MsgData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MiniProgramTest {

    private static final String TEMPLATE = "tmpl-registration-result";

    private Stage stage;
    private WxMaService program;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open();
        program = stage.miniProgram();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aLoginCodeIsGoodOnce() throws Exception {
        String code = loginCode();
        WxMaJscode2SessionResult session = program.jsCode2SessionInfo(code);
        assertThat(session.getOpenid())
                .isEqualTo(stage.member().path("miniOpenid").asString());
        assertThat(session.getSessionKey()).isNotBlank();
        assertErrcode(40163, () -> program.jsCode2SessionInfo(code));
        assertErrcode(40029, () -> program.jsCode2SessionInfo("made-up"));
    }

    @Test
    void aLoginCodeEndsAfterFiveMinutes() throws Exception {
        String code = loginCode();
        stage.clock.pass(Duration.ofMinutes(5));
        assertErrcode(40029, () -> program.jsCode2SessionInfo(code));
    }

    @Test
    void oneConsentIsOneMessage() throws Exception {
        assertErrcode(43101, () -> push("已通过"));
        consent(false);
        assertErrcode(43101, () -> push("已通过"));
        JsonNode answer = consent(true);
        assertThat(answer.path("result").path(TEMPLATE).asString()).isEqualTo("accept");
        push("已通过");
        assertErrcode(43101, () -> push("已通过"));
        JsonNode notice = stage.member().path("notices").get(0);
        assertThat(notice.path("title").asString()).isEqualTo("报到审核结果通知");
        assertThat(notice.path("fields").get(1).path("label").asString()).isEqualTo("审核结果");
        assertThat(notice.path("fields").get(1).path("value").asString()).isEqualTo("已通过");
        assertThat(notice.path("page").asString()).isEqualTo("pages/home/home");
    }

    @Test
    void fieldsThatDoNotFitTheTemplateCostNoConsent() throws Exception {
        consent(true);
        assertErrcode(47003, () -> push("已通过了审核"));
        push("已退回");
    }

    @Test
    void aPlainTokenIsReplacedWithFiveMinutesOfOverlap() throws Exception {
        String path = "/platform/weixin/cgi-bin/token?grant_type=client_credential&appid=wxmptuanwudemo&secret=";
        String secret = stage.settings.miniProgram().secret();
        String first = stage.get(path + secret).path("access_token").asString();
        stage.get(path + secret);
        assertThat(errcode(first)).isEqualTo(40003);
        stage.clock.pass(Duration.ofMinutes(5));
        assertThat(errcode(first)).isEqualTo(42001);
        assertThat(stage.get(path + "wrong").path("errcode").asInt()).isEqualTo(40125);
    }

    private int errcode(String token) throws Exception {
        return stage.post("/platform/weixin/cgi-bin/message/subscribe/send?access_token=" + token, "{}")
                .path("errcode")
                .asInt();
    }

    private String loginCode() throws Exception {
        return stage.post("/sandbox/members/member-1/login-code", "{}")
                .path("code")
                .asString();
    }

    private JsonNode consent(boolean accept) throws Exception {
        return stage.post(
                "/sandbox/members/member-1/subscriptions",
                "{\"templateIds\":[\"" + TEMPLATE + "\"],\"accept\":" + accept + "}");
    }

    private void push(String result) throws Exception {
        program.getMsgService()
                .sendSubscribeMsg(WxMaSubscribeMessage.builder()
                        .toUser(stage.member().path("miniOpenid").asString())
                        .templateId(TEMPLATE)
                        .page("pages/home/home")
                        .data(List.of(
                                new MsgData("thing1", "数学学院2301团支部"),
                                new MsgData("phrase2", result),
                                new MsgData("time3", "2026年11月20日 10:32"),
                                new MsgData("thing4", "请打开小程序查看")))
                        .build());
    }
}
