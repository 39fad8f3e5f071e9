package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WeComCallbackTest {

    private Stage stage;
    private WxCpService weCom;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open();
        weCom = stage.weCom();
        weCom.getMessageService().send(ReviewCards.to("zhangsan|lisi", "review-1"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aClickTellsTheBotWhoPressedWhatAndWhichOptionWasChosen() throws Exception {
        JsonNode answer = click("zhangsan", "{\"key\":\"return\",\"selected\":{\"reason\":[\"month\"]}}");
        assertThat(answer.path("delivered").asBoolean()).isTrue();
        WxCpXmlMessage event = heard();
        assertThat(event.getToUserName()).isEqualTo("wwtuanwudemo");
        assertThat(event.getFromUserName()).isEqualTo("zhangsan");
        assertThat(event.getEvent()).isEqualTo("template_card_event");
        assertThat(event.getEventKey()).isEqualTo("return");
        assertThat(event.getTaskId()).isEqualTo("review-1");
        assertThat(event.getCardType()).isEqualTo("button_interaction");
        assertThat(event.getAgentId()).isEqualTo("1000002");
        var item = event.getSelectedItems().get(0);
        assertThat(item.getQuestionKey()).isEqualTo("reason");
        assertThat(item.getOptionIds()).containsExactly("month");
        assertThat(event.getMsgId()).isNull();
    }

    @Test
    void everyClickBringsAResponseCodeOfItsOwn() throws Exception {
        click("zhangsan", "{\"key\":\"approve\"}");
        String first = heard().getResponseCode();
        click("lisi", "{\"key\":\"approve\"}");
        String second = heard().getResponseCode();
        assertThat(first).isNotBlank().isNotEqualTo(second);
        for (String code : List.of(first, second)) {
            weCom.getTaskCardService()
                    .updateTemplateCardButton(List.of(), List.of(), List.of(), 1, code, "已处理 " + code.charAt(0));
        }
        assertThat(stage.card("lisi", "review-1").path("replaceName").asString())
                .isEqualTo("已处理 " + second.charAt(0));
    }

    @Test
    void aPassiveCardChangesTheClickersCopyOnly() throws Exception {
        stage.bot.reply = xml -> reply("update_template_card", ReviewCards.closed("已同意"));
        JsonNode card = click("zhangsan", "{\"key\":\"approve\"}").path("card");
        assertThat(card.path("title").asString()).isEqualTo("已同意");
        assertThat(card.path("cardType").asString()).isEqualTo("text_notice");
        assertThat(card.path("rows")).hasSize(2);
        assertThat(card.path("closed").asBoolean()).isTrue();
        assertThat(stage.card("lisi", "review-1").path("title").asString()).isEqualTo("团员报到待审核");
        assertThat(stage.card("lisi", "review-1").path("closed").asBoolean()).isFalse();
    }

    @Test
    void aPassiveButtonGreysTheClickersCopyOnly() throws Exception {
        stage.bot.reply = xml -> reply("update_button", "<Button><ReplaceName><![CDATA[已同意]]></ReplaceName></Button>");
        JsonNode card = click("zhangsan", "{\"key\":\"approve\"}").path("card");
        assertThat(card.path("replaceName").asString()).isEqualTo("已同意");
        assertThat(card.path("buttons").get(0).path("disabled").asBoolean()).isTrue();
        assertThat(stage.card("lisi", "review-1").path("closed").asBoolean()).isFalse();
    }

    @Test
    void aClosedCardTakesNoClickUnlessTheThumbWasFaster() throws Exception {
        stage.bot.reply = xml -> reply("update_button", "<Button><ReplaceName><![CDATA[已同意]]></ReplaceName></Button>");
        click("zhangsan", "{\"key\":\"approve\"}");
        assertThat(click("zhangsan", "{\"key\":\"approve\"}").path("code").asString())
                .isEqualTo("CARD_CLOSED");
        assertThat(stage.bot.received).hasSize(1);
        click("zhangsan", "{\"key\":\"return\",\"force\":true}");
        assertThat(heard().getEventKey()).isEqualTo("return");
    }

    @Test
    void aFailingBotIsTriedThreeTimesWithTheSameMessage() throws Exception {
        stage.bot.coming.addAll(List.of(500, 500));
        JsonNode answer = click("zhangsan", "{\"key\":\"approve\"}");
        assertThat(answer.path("delivered").asBoolean()).isTrue();
        assertThat(answer.path("attempts").asInt()).isEqualTo(3);
        assertThat(stage.bot.received).hasSize(3);
        assertThat(stage.bot.received.stream().map(FakeBot.Received::body).distinct())
                .hasSize(1);
    }

    @Test
    void aSilentBotIsAskedAgainAfterTheTimeout() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        stage.bot.reply = xml -> {
            if (stage.bot.received.size() < 2) {
                awaitQuietly(never);
            }
            return "";
        };
        JsonNode answer = click("zhangsan", "{\"key\":\"approve\"}");
        never.countDown();
        assertThat(answer.path("delivered").asBoolean()).isTrue();
        assertThat(answer.path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void afterThreeFailuresThePlatformGivesUp() throws Exception {
        stage.bot.coming.addAll(List.of(500, 503, 302));
        JsonNode answer = click("zhangsan", "{\"key\":\"approve\"}");
        assertThat(answer.path("delivered").asBoolean()).isFalse();
        assertThat(answer.path("attempts").asInt()).isEqualTo(3);
        assertThat(answer.path("status").asInt()).isEqualTo(302);
        assertThat(stage.bot.received).hasSize(3);
    }

    @Test
    void aReplyThatIsNotOursIsThrownAway() throws Exception {
        stage.bot.rawReply = "<xml><Encrypt>AAAA</Encrypt><MsgSignature>1</MsgSignature>"
                + "<TimeStamp>1</TimeStamp><Nonce>1</Nonce></xml>";
        JsonNode answer = click("zhangsan", "{\"key\":\"approve\"}");
        assertThat(answer.path("delivered").asBoolean()).isTrue();
        assertThat(answer.path("problem").asString()).contains("签名");
        assertThat(answer.path("card").path("closed").asBoolean()).isFalse();
    }

    @Test
    void aTextDoesNotAnswerAClick() throws Exception {
        stage.bot.reply = xml -> reply("text", "<Content><![CDATA[好]]></Content>");
        JsonNode answer = click("zhangsan", "{\"key\":\"approve\"}");
        assertThat(answer.path("problem").asString()).isNotBlank();
        assertThat(stage.get("/sandbox/state").path("operators").get(0).path("chat"))
                .hasSize(1);
    }

    @Test
    void wordsAndOpeningTheAppReachTheBotAndItsTextIsShown() throws Exception {
        stage.bot.reply = xml -> reply("text", "<Content><![CDATA[你好]]></Content>");
        JsonNode answer = stage.post("/sandbox/operators/lisi/messages", "{\"text\":\"帮助 ]]> <x>\"}");
        assertThat(answer.path("reply").path("text").asString()).isEqualTo("你好");
        assertThat(heard().getContent()).isEqualTo("帮助 ]]> <x>");
        assertThat(heard().getMsgId()).isNotNull();
        stage.clock.pass(Duration.ofMinutes(1));
        stage.post("/sandbox/operators/lisi/enter", "{}");
        assertThat(heard().getEvent()).isEqualTo("enter_agent");
    }

    private JsonNode click(String userid, String body) throws Exception {
        return stage.post("/sandbox/operators/" + userid + "/cards/review-1/click", body);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private WxCpXmlMessage heard() {
        return WxCpXmlMessage.fromXml(stage.bot.last(), "1000002");
    }

    private static String reply(String type, String content) {
        return "<xml><ToUserName>zhangsan</ToUserName><FromUserName>wwtuanwudemo</FromUserName>"
                + "<CreateTime>1</CreateTime><MsgType><![CDATA[" + type + "]]></MsgType>" + content + "</xml>";
    }
}
