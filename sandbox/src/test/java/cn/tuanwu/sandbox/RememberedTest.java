package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the page shows of the platforms' memory: windows, cards too old to change; and how texts are cut. */
@Tag("edge")
class RememberedTest {

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** Break: in ServiceWindows.open, give every gesture 48 hours. */
    @Test
    void aFollowOpensThreeForAMinuteAndAWordFiveForTwoDays() throws Exception {
        assertThat(stage.member().path("window").isNull()).isTrue();
        stage.post("/sandbox/members/member-1/follow", "{}");
        assertWindow(3, Duration.ofMinutes(1));
        stage.post("/sandbox/members/member-1/menu", "{\"key\":\"HELP\"}");
        assertWindow(3, Duration.ofMinutes(1));
        stage.post("/sandbox/members/member-1/messages", "{\"text\":\"进度\"}");
        assertWindow(8, Duration.ofHours(48));
        stage.clock.pass(Duration.ofMinutes(1));
        assertWindow(5, Duration.ofHours(48).minusMinutes(1));
        stage.clock.pass(Duration.ofHours(48));
        assertThat(stage.member().path("window").isNull()).isTrue();
    }

    /** Break: in CardView.of, answer false for stale. */
    @Test
    void aCardNobodyCanChangeAnyMoreIsMarkedUntilATapBringsANewRight() throws Exception {
        stage.weCom().getMessageService().send(ReviewCards.to("zhangsan", "review-1"));
        assertThat(stage.card("zhangsan", "review-1").path("stale").asBoolean()).isFalse();
        stage.clock.pass(Duration.ofHours(72));
        assertThat(stage.card("zhangsan", "review-1").path("stale").asBoolean()).isTrue();
        stage.post("/sandbox/operators/zhangsan/cards/review-1/click", "{\"key\":\"approve\"}");
        assertThat(stage.card("zhangsan", "review-1").path("stale").asBoolean()).isFalse();
    }

    /** Break: in WeComMessages.text, show the whole content. */
    @Test
    void aTextIsCutAt2048BytesAndNeverInsideACharacter() throws Exception {
        WxCpService weCom = stage.weCom();
        weCom.getMessageService()
                .send(WxCpMessage.TEXT()
                        .agentId(1000002)
                        .toUser("lisi")
                        .content("团".repeat(700))
                        .build());
        for (JsonNode operator : stage.get("/sandbox/state").path("operators")) {
            if (operator.path("userid").asString().equals("lisi")) {
                assertThat(operator.path("chat").get(0).path("text").asString()).isEqualTo("团".repeat(682));
            }
        }
        String openid = stage.member().path("oaOpenid").asString();
        stage.post("/sandbox/members/member-1/follow", "{}");
        stage.post("/sandbox/members/member-1/messages", "{\"text\":\"进度\"}");
        String path = "/platform/weixin/cgi-bin/message/custom/send?access_token="
                + stage.officialAccount().getAccessToken();
        String body = "{\"touser\":\"" + openid + "\",\"msgtype\":\"text\",\"text\":{\"content\":\"" + "团".repeat(683)
                + "\"}}";
        assertThat(stage.post(path, body).path("errcode").asInt()).isEqualTo(45002);
    }

    /** Break: in AddressProof.ask, accept any answer. */
    @Test
    void anAddressIsAcceptedOnlyWhenTheBotOpensTheSealedText() throws Exception {
        JsonNode proof = stage.post("/sandbox/callbacks/wecom/verify", "{}");
        assertThat(proof.path("accepted").asBoolean()).isFalse();
        assertThat(proof.path("problem").asString()).isNotBlank();
        assertThat(stage.lastOnTheWire().path("title").asString()).isEqualTo("验证回调地址：未通过");
        assertThat(stage.lastOnTheWire().path("path").asString()).contains("echostr=", "msg_signature=");
    }

    private void assertWindow(int left, Duration open) throws Exception {
        JsonNode window = stage.member().path("window");
        assertThat(window.path("left").asInt()).isEqualTo(left);
        assertThat(Instant.parse(window.path("until").asString()))
                .isEqualTo(stage.clock.instant().plus(open));
    }
}
