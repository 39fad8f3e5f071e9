package cn.tuanwu.sandbox;

import static cn.tuanwu.sandbox.Errcodes.assertErrcode;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.message.WxCpMessageSendResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WeComApiTest {

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

    @Test
    void aCardReachesEveryReceiverAndNamesTheUnknownOnes() throws Exception {
        WxCpMessageSendResult sent = send("zhangsan|LISI|Nobody", "review-1");
        assertThat(sent.getInvalidUser()).isEqualTo("nobody");
        assertThat(sent.getMsgId()).isNotBlank();
        assertThat(sent.getResponseCode()).isNotBlank();
        JsonNode card = stage.card("lisi", "review-1");
        assertThat(card.path("title").asString()).isEqualTo("团员报到待审核");
        assertThat(card.path("rows").get(0).path("value").asString()).isEqualTo("张*");
        assertThat(card.path("selection").path("selectedId").asString()).isEqualTo("name");
        assertThat(card.path("buttons")).hasSize(2);
        assertThat(card.path("closed").asBoolean()).isFalse();
    }

    @Test
    void theSameTaskIdIsRefusedTheSecondTime() throws Exception {
        send("zhangsan", "review-1");
        assertErrcode(42014, () -> send("lisi", "review-1"));
        assertErrcode(42014, () -> send("lisi", "审核 1"));
    }

    @Test
    void nobodyReachableIsAnError() {
        assertErrcode(81013, () -> send("nobody", "review-1"));
        assertErrcode(82001, () -> send("", "review-1"));
    }

    @Test
    void brokenCardsGetTheCodeOfTheirFault() throws Exception {
        assertThat(errcode(card("\"button_list\":[{\"text\":\"同意\"}]"))).isEqualTo(42039);
        assertThat(errcode(card("\"button_list\":[{\"key\":\"a\"}]"))).isEqualTo(42038);
        assertThat(errcode(card("\"button_list\":[]"))).isEqualTo(40058);
        assertThat(errcode(card("\"button_list\":[{\"key\":\"a\",\"text\":\"一二三四五六七八九十一\"}]")))
                .isEqualTo(40058);
        String button = "\"button_list\":[{\"key\":\"a\",\"text\":\"同意\"}],";
        assertThat(errcode(card(button + "\"horizontal_content_list\":[{\"value\":\"x\"}]")))
                .isEqualTo(42027);
        assertThat(errcode(card(button + "\"button_selection\":{\"question_key\":\"q\",\"option_list\":[]}")))
                .isEqualTo(42037);
        assertThat(errcode(card(button + "\"source\":{\"desc\":\"团务\",\"desc_color\":null}")))
                .isZero();
    }

    @Test
    void textsAndNoticesArriveToo() throws Exception {
        weCom.getMessageService()
                .send(WxCpMessage.TEXT()
                        .agentId(1000002)
                        .toUser("zhangsan")
                        .content("今天有 3 人待审核")
                        .build());
        WxCpMessageSendResult notice = weCom.getMessageService()
                .send(WxCpMessage.TEMPLATECARD()
                        .agentId(1000002)
                        .toUser("zhangsan")
                        .cardType("text_notice")
                        .mainTitleTitle("已同意")
                        .cardActionType(1)
                        .cardActionUrl("http://demo.example/")
                        .build());
        assertThat(notice.getResponseCode()).isNull();
        JsonNode chat = stage.get("/sandbox/state").path("operators").get(0).path("chat");
        assertThat(chat.get(0).path("text").asString()).isEqualTo("今天有 3 人待审核");
        assertThat(chat.get(1).path("card").path("closed").asBoolean()).isTrue();
    }

    @Test
    void aResponseCodeGreysTheListedCopiesOnce() throws Exception {
        String code = send("zhangsan|lisi", "review-1").getResponseCode();
        weCom.getTaskCardService().updateTemplateCardButton(List.of("lisi"), List.of(), List.of(), 0, code, "已由 张三 同意");
        assertThat(stage.card("lisi", "review-1").path("replaceName").asString())
                .isEqualTo("已由 张三 同意");
        assertThat(stage.card("lisi", "review-1").path("closed").asBoolean()).isTrue();
        assertThat(stage.card("zhangsan", "review-1").path("closed").asBoolean())
                .isFalse();
        assertErrcode(60140, () -> weCom.getTaskCardService()
                .updateTemplateCardButton(List.of("lisi"), List.of(), List.of(), 0, code, "再一次"));
    }

    @Test
    void anActiveUpdateMayReplaceTheWholeCardAndNamesStrangers() throws Exception {
        String code = send("zhangsan|lisi", "review-1").getResponseCode();
        String answer =
                weCom.post(stage.url("/platform/qyapi/cgi-bin/message/update_template_card"), """
                {"userids":["lisi","chenjing","nobody"],"agentid":1000002,"response_code":"%s",
                 "template_card":{"card_type":"text_notice","main_title":{"title":"已同意"},
                 "card_action":{"type":1,"url":"http://demo.example/"}}}""".formatted(code));
        assertThat(answer).contains("\"invaliduser\":[\"nobody\",\"chenjing\"]");
        assertThat(stage.card("lisi", "review-1").path("title").asString()).isEqualTo("已同意");
        assertThat(stage.card("zhangsan", "review-1").path("title").asString()).isEqualTo("团员报到待审核");
    }

    @Test
    void aRefusedUpdateDoesNotUseTheCodeUp() throws Exception {
        String code = send("zhangsan", "review-1").getResponseCode();
        assertErrcode(40058, () -> weCom.getTaskCardService()
                .updateTemplateCardButton(List.of("zhangsan"), List.of(), List.of(), 0, code, ""));
        weCom.getTaskCardService().updateTemplateCardButton(List.of("zhangsan"), List.of(), List.of(), 0, code, "已处理");
    }

    @Test
    void aResponseCodeEndsAfterSeventyTwoHours() throws Exception {
        String code = send("zhangsan", "review-1").getResponseCode();
        stage.clock.pass(Duration.ofHours(72));
        assertErrcode(60140, () -> weCom.getTaskCardService()
                .updateTemplateCardButton(List.of("zhangsan"), List.of(), List.of(), 0, code, "晚了"));
    }

    @Test
    void theTokenIsSharedUntilItExpiresAndTheClientFetchesANewOne() throws Exception {
        String first = weCom.getAccessToken(true);
        assertThat(weCom.getAccessToken(true)).isEqualTo(first);
        stage.clock.pass(Duration.ofSeconds(7201));
        send("zhangsan", "review-1");
        assertThat(weCom.getAccessToken()).isNotEqualTo(first);
    }

    @Test
    void wrongCredentialsAreErrorsWithStatus200() throws Exception {
        String path = "/platform/qyapi/cgi-bin/gettoken?corpid=";
        assertThat(stage.get(path + "other&corpsecret=x").path("errcode").asInt())
                .isEqualTo(40013);
        assertThat(stage.get(path + "wwtuanwudemo&corpsecret=x").path("errcode").asInt())
                .isEqualTo(40001);
        String send = "/platform/qyapi/cgi-bin/message/send";
        assertThat(stage.post(send, "{}").path("errcode").asInt()).isEqualTo(41001);
        assertThat(stage.post(send + "?access_token=made-up", "{}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(40014);
    }

    @Test
    void aBodyIsReadWhateverTypeItClaims() throws Exception {
        String url = stage.url("/platform/qyapi/cgi-bin/message/send?debug=1&access_token=" + weCom.getAccessToken());
        String body = "{\"touser\":\"lisi\",\"agentid\":\"1000002\",\"msgtype\":\"text\",\"safe\":\"0\","
                + "\"text\":{\"content\":\"a&b=c\"}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/plain")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(new String(stage.send(request).body())).contains("\"errcode\":0");
    }

    private WxCpMessageSendResult send(String receivers, String taskId) throws WxErrorException {
        return weCom.getMessageService().send(ReviewCards.to(receivers, taskId));
    }

    private int errcode(String message) throws Exception {
        return stage.post("/platform/qyapi/cgi-bin/message/send?access_token=" + weCom.getAccessToken(), message)
                .path("errcode")
                .asInt();
    }

    private static String card(String parts) {
        return """
               {"touser":"zhangsan","agentid":1000002,"msgtype":"template_card","template_card":
                {"card_type":"button_interaction","task_id":"t","main_title":{"title":"待审核"},%s}}""".formatted(parts);
    }
}
