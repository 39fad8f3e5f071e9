package cn.tuanwu.sandbox;

import static cn.tuanwu.sandbox.Errcodes.assertErrcode;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import me.chanjar.weixin.cp.api.WxCpService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Tag("edge")
class VirtualClockTest {

    @TempDir
    Path directory;

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open(directory);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void timeIsSetAddedToAndKeptOverARestart() throws Exception {
        assertThat(turn("{\"offset\":\"PT1H\"}").path("offset").asString()).isEqualTo("PT1H");
        JsonNode later = turn("{\"advance\":\"P3D\"}");
        assertThat(later.path("offset").asString()).isEqualTo("PT73H");
        assertThat(Instant.parse(later.path("now").asString()))
                .isEqualTo(stage.clock.instant().plusSeconds(73 * 3600));
        stage.close();
        stage = Stage.open(directory);
        assertThat(stage.get("/sandbox/clock").path("offset").asString()).isEqualTo("PT73H");
        assertThat(stage.get("/sandbox/state").path("clock").path("offset").asString())
                .isEqualTo("PT73H");
        assertThat(turn("{\"offset\":\"three days\"}").path("code").asString()).isEqualTo("CLOCK_INVALID");
        assertThat(turn("{\"offset\":\"P500D\"}").path("code").asString()).isEqualTo("CLOCK_INVALID");
    }

    /** Red when the platforms are given the real clock. */
    @Test
    void tokensAndResponseCodesEndByThePlatformsTime() throws Exception {
        WxCpService weCom = stage.weCom();
        String code = weCom.getMessageService()
                .send(ReviewCards.to("zhangsan", "review-1"))
                .getResponseCode();
        String token = weCom.getAccessToken();
        turn("{\"advance\":\"PT2H\"}");
        assertThat(stage.post("/platform/qyapi/cgi-bin/message/send?access_token=" + token, "{}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(42001);
        turn("{\"advance\":\"PT70H\"}");
        weCom.getAccessToken(true);
        assertErrcode(60140, () -> weCom.getTaskCardService()
                .updateTemplateCardButton(List.of("zhangsan"), List.of(), List.of(), 0, code, "已处理"));
    }

    @Test
    void loginCodesTicketsAndWindowsEndByThePlatformsTime() throws Exception {
        String login = stage.post("/sandbox/members/member-1/login-code", "{}")
                .path("code")
                .asString();
        String ticket = stage.officialAccount()
                .getQrcodeService()
                .qrCodeCreateTmpTicket("invite-ABC", 600)
                .getUrl();
        stage.post("/sandbox/members/member-1/follow", "{}");
        turn("{\"advance\":\"PT10M\"}");
        assertErrcode(40029, () -> stage.miniProgram().getUserService().getSessionInfo(login));
        assertThat(stage.post("/sandbox/members/member-1/scan", "{\"content\":\"" + ticket + "\"}")
                        .path("action")
                        .asString())
                .isEqualTo("EXPIRED");
        String openid = stage.member().path("oaOpenid").asString();
        String token = stage.officialAccount().getAccessToken();
        String body = "{\"touser\":\"" + openid + "\",\"msgtype\":\"text\",\"text\":{\"content\":\"好\"}}";
        assertThat(stage.post("/platform/weixin/cgi-bin/message/custom/send?access_token=" + token, body)
                        .path("errcode")
                        .asInt())
                .isEqualTo(45015);
    }

    @Test
    void callbacksCarryTheRealTimeUntilToldToFollow() throws Exception {
        long now = stage.clock.instant().getEpochSecond();
        turn("{\"offset\":\"PT1H\"}");
        stage.post("/sandbox/operators/lisi/messages", "{\"text\":\"待审核\"}");
        assertThat(stage.bot.last()).contains("<CreateTime>" + now + "</CreateTime>");
        turn("{\"callbacks\":true}");
        stage.post("/sandbox/operators/lisi/messages", "{\"text\":\"待审核\"}");
        assertThat(stage.bot.last()).contains("<CreateTime>" + (now + 3600) + "</CreateTime>");
        assertThat(stage.bot.received.get(1).query()).containsEntry("timestamp", String.valueOf(now + 3600));
    }

    private JsonNode turn(String turn) throws Exception {
        return stage.put("/sandbox/clock", turn);
    }
}
