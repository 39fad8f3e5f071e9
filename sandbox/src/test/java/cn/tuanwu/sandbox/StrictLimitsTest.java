package cn.tuanwu.sandbox;

import static cn.tuanwu.sandbox.Errcodes.assertErrcode;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.message.WxCpMessageSendResult;
import me.chanjar.weixin.mp.api.WxMpService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("edge")
class StrictLimitsTest {

    private Stage stage;
    private WxCpService weCom;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open();
        weCom = stage.weCom();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** Red when WeComMessages shows a message without asking MemberQuotas. */
    @Test
    void theThirtyFirstMessageOfAMinuteVanishesWithoutAnError() throws Exception {
        for (int i = 1; i <= 31; i++) {
            text("zhangsan", "第" + i + "条");
        }
        assertThat(chat("zhangsan")).hasSize(30);
        assertThat(stage.lastOnTheWire().path("title").asString()).contains("超出每人频率，丢弃了给 张三 的");
        assertThat(stage.lastOnTheWire().path("errcode").asInt(-1)).isZero();
        text("zhangsan|lisi", "另一个人照常收到");
        assertThat(chat("lisi")).hasSize(1);
        assertThat(chat("zhangsan")).hasSize(30);
        stage.clock.pass(Duration.ofMinutes(1));
        text("zhangsan", "下一分钟");
        assertThat(chat("zhangsan")).hasSize(31);
    }

    @Test
    void aThousandAnHourIsTheEnd() throws Exception {
        String token = weCom.getAccessToken();
        String text = "{\"touser\":\"lisi\",\"agentid\":1000002,\"msgtype\":\"text\",\"text\":{\"content\":\"催办\"}}";
        for (int i = 0; i <= 1000; i++) {
            if (i % 30 == 0) {
                stage.clock.pass(Duration.ofMinutes(1));
            }
            stage.post("/platform/qyapi/cgi-bin/message/send?access_token=" + token, text);
        }
        assertThat(stage.lastOnTheWire().path("title").asString()).contains("丢弃");
    }

    @Test
    void aDroppedCardCanNotBeClickedOrChanged() throws Exception {
        for (int i = 1; i <= 30; i++) {
            text("zhangsan", "第" + i + "条");
        }
        assertThat(weCom.getMessageService()
                        .send(ReviewCards.to("zhangsan", "review-1"))
                        .getResponseCode())
                .isNotBlank();
        JsonNode click = stage.post("/sandbox/operators/zhangsan/cards/review-1/click", "{\"key\":\"approve\"}");
        assertThat(click.path("code").asString()).isEqualTo("CARD_UNKNOWN");
    }

    @Test
    void whoeverIsOutOfTheVisibleRangeIsAnInvalidReceiver() throws Exception {
        stage.put("/sandbox/visibility", "{\"hidden\":[\"LiSi\"]}");
        assertThat(text("zhangsan|LiSi", "名单").getInvalidUser()).isEqualTo("lisi");
        assertErrcode(81013, () -> text("lisi", "名单"));
        assertThat(chat("lisi")).isEmpty();
        stage.put("/sandbox/visibility", "{\"hidden\":[]}");
        assertThat(text("lisi", "名单").getInvalidUser()).isNull();
        assertThat(stage.put("/sandbox/visibility", "{\"hidden\":[\"nobody\"]}")
                        .path("code")
                        .asString())
                .isEqualTo("OPERATOR_UNKNOWN");
    }

    @Test
    void aRevokedTokenIsUnknownAndAnExpiredOneIsLate() throws Exception {
        String token = weCom.getAccessToken();
        assertThat(stage.post("/sandbox/tokens/WECOM/revoke", "{}")
                        .path("ended")
                        .asInt())
                .isEqualTo(1);
        assertThat(errcode(token)).isEqualTo(40014);
        token = weCom.getAccessToken(true);
        stage.post("/sandbox/tokens/WECOM/expire", "{}");
        assertThat(errcode(token)).isEqualTo(42001);
        String fresh = weCom.getAccessToken(true);
        assertThat(fresh).isNotEqualTo(token);
        assertThat(errcode(fresh)).isEqualTo(40056);
        assertThat(stage.post("/sandbox/tokens/ALIPAY/revoke", "{}")
                        .path("code")
                        .asString())
                .isEqualTo("APP_UNKNOWN");
    }

    @Test
    void aRotatedTokenLivesFiveMinutesBesideTheNewOne() throws Exception {
        String old = weCom.getAccessToken();
        stage.post("/sandbox/tokens/WECOM/rotate", "{}");
        String fresh = weCom.getAccessToken(true);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(List.of(errcode(old), errcode(fresh))).containsOnly(40056);
        stage.clock.pass(Duration.ofMinutes(5));
        assertThat(List.of(errcode(old), errcode(fresh))).containsExactly(42001, 40056);

        WxMpService account = stage.officialAccount();
        String stable = account.getAccessToken();
        stage.post("/sandbox/tokens/OFFICIAL_ACCOUNT/rotate", "{}");
        assertThat(account.getAccessToken(true)).isNotEqualTo(stable);
    }

    private int errcode(String token) throws Exception {
        return stage.post("/platform/qyapi/cgi-bin/message/send?access_token=" + token, "{}")
                .path("errcode")
                .asInt();
    }

    private WxCpMessageSendResult text(String receivers, String content) throws WxErrorException {
        return weCom.getMessageService()
                .send(WxCpMessage.TEXT()
                        .agentId(1000002)
                        .toUser(receivers)
                        .content(content)
                        .build());
    }

    private JsonNode chat(String userid) throws Exception {
        for (JsonNode operator : stage.get("/sandbox/state").path("operators")) {
            if (operator.path("userid").asString().equals(userid)) {
                return operator.path("chat");
            }
        }
        throw new AssertionError("no " + userid);
    }
}
