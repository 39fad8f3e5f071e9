package cn.tuanwu.sandbox;

import static cn.tuanwu.sandbox.Errcodes.assertErrcode;
import static cn.tuanwu.sandbox.QrPictures.png;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import me.chanjar.weixin.mp.bean.result.WxMpQrCodeTicket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OfficialAccountTest {

    private static final String LINK = "<a href=\"http://demo.example/i/ABC\" data-miniprogram-appid=\"wxmptuanwudemo\""
            + " data-miniprogram-path=\"pages/start/start?invite=ABC&amp;scan=T1\">点此开始报到</a>";

    private Stage stage;
    private WxMpService account;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open();
        account = stage.officialAccount();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aPictureOfTheCodeMakesAFollowerFirstAndAScannerLater() throws Exception {
        stage.bot.reply = xml -> text(xml, "欢迎报到：" + LINK);
        byte[] picture = png(ticket("invite-ABC", 3600).getUrl());

        JsonNode first = scan(picture);
        assertThat(first.path("action").asString()).isEqualTo("SUBSCRIBED");
        WxMpXmlMessage subscribe = WxMpXmlMessage.fromXml(stage.bot.last());
        assertThat(subscribe.getEvent()).isEqualTo("subscribe");
        assertThat(subscribe.getEventKey()).isEqualTo("qrscene_invite-ABC");
        assertThat(subscribe.getToUser()).isEqualTo("gh_tuanwudemo");
        assertThat(subscribe.getFromUser())
                .isEqualTo(stage.member().path("oaOpenid").asString());
        JsonNode link = first.path("reply").path("links").get(0);
        assertThat(link.path("text").asString()).isEqualTo("点此开始报到");
        assertThat(link.path("miniProgram").path("path").asString()).isEqualTo("pages/start/start?invite=ABC&scan=T1");

        JsonNode second = scan(picture);
        assertThat(second.path("action").asString()).isEqualTo("SCANNED");
        WxMpXmlMessage again = WxMpXmlMessage.fromXml(stage.bot.last());
        assertThat(again.getEvent()).isEqualTo("SCAN");
        assertThat(again.getEventKey()).isEqualTo("invite-ABC");
        assertThat(again.getTicket()).isEqualTo(subscribe.getTicket());
        assertThat(stage.member().path("following").asBoolean()).isTrue();
    }

    @Test
    void callbacksCarryTheQueryOfSafeMode() throws Exception {
        stage.post("/sandbox/members/member-1/follow", "{}");
        var query = stage.bot.received.get(0).query();
        assertThat(query).containsEntry("encrypt_type", "aes").containsKeys("signature", "msg_signature", "timestamp");
        assertThat(query.get("openid"))
                .isEqualTo(stage.member().path("oaOpenid").asString());
        assertThat(account.checkSignature(query.get("timestamp"), query.get("nonce"), query.get("signature")))
                .isTrue();
        assertThat(stage.bot.received.get(0).body()).contains("gh_tuanwudemo").doesNotContain("subscribe");
    }

    @Test
    void thePlatformsOwnPictureCanBeScanned() throws Exception {
        File picture = account.getQrcodeService().qrCodePicture(ticket("invite-ABC", 60));
        try {
            assertThat(scan(Files.readAllBytes(picture.toPath())).path("action").asString())
                    .isEqualTo("SUBSCRIBED");
        } finally {
            Files.delete(picture.toPath());
        }
    }

    @Test
    void anExpiredCodeTellsNobody() throws Exception {
        String url = ticket("invite-ABC", 60).getUrl();
        stage.clock.pass(Duration.ofSeconds(60));
        assertThat(scan(png(url)).path("action").asString()).isEqualTo("EXPIRED");
        assertThat(stage.bot.received).isEmpty();
        assertThat(stage.member().path("following").asBoolean()).isFalse();
    }

    @Test
    void otherPicturesAndAddressesAreNotOurs() throws Exception {
        JsonNode address = scan(png("http://demo.example/about"));
        assertThat(address.path("action").asString()).isEqualTo("OPENED_URL");
        assertThat(address.path("content").asString()).isEqualTo("http://demo.example/about");
        JsonNode invitation = scan(png("http://demo.example/i/ABC"));
        assertThat(invitation.path("action").asString()).isEqualTo("OPENED_PROGRAM");
        assertThat(invitation.path("content").asString())
                .isEqualTo("pages/start/start?q=http%3A%2F%2Fdemo.example%2Fi%2FABC");
        assertThat(scan(png("http://demo.example/t/440102-11")).path("content").asString())
                .isEqualTo("pages/transferring/transferring?q=http%3A%2F%2Fdemo.example%2Ft%2F440102-11");
        assertThat(stage.upload("/sandbox/codes", png("http://demo.example/about"))
                        .path("content")
                        .asString())
                .isEqualTo("http://demo.example/about");
        assertThat(scan("no picture".getBytes()).path("action").asString()).isEqualTo("NOT_A_CODE");
        assertThat(stage.post("/sandbox/members/member-1/scan", "{\"content\":\"你好\"}")
                        .path("action")
                        .asString())
                .isEqualTo("NOT_A_CODE");
    }

    @Test
    void permanentCodesDoNotExpireAndLongScenesAreRefused() throws Exception {
        WxMpQrCodeTicket permanent = account.getQrcodeService().qrCodeCreateLastTicket("org-7");
        stage.clock.pass(Duration.ofDays(365));
        assertThat(scan(png(permanent.getUrl())).path("action").asString()).isEqualTo("SUBSCRIBED");
        assertErrcode(40053, () -> ticket("x".repeat(65), 60));
    }

    @Test
    void theAccountMayWriteFiveTimesAfterAMessageAndThreeTimesAfterAScan() throws Exception {
        assertErrcode(45015, this::write);
        stage.post("/sandbox/members/member-1/follow", "{}");
        for (int i = 0; i < 3; i++) {
            write();
        }
        assertErrcode(45047, this::write);
        stage.post("/sandbox/members/member-1/messages", "{\"text\":\"报到\"}");
        for (int i = 0; i < 5; i++) {
            write();
        }
        assertErrcode(45047, this::write);
        stage.clock.pass(Duration.ofHours(48));
        assertErrcode(45015, this::write);
    }

    @Test
    void leavingClosesTheDoorAndIsToldToTheBot() throws Exception {
        stage.post("/sandbox/members/member-1/follow", "{}");
        stage.post("/sandbox/members/member-1/unfollow", "{}");
        assertThat(WxMpXmlMessage.fromXml(stage.bot.last()).getEvent()).isEqualTo("unsubscribe");
        assertErrcode(45015, this::write);
        assertThat(stage.post("/sandbox/members/member-1/messages", "{\"text\":\"在吗\"}")
                        .path("code")
                        .asString())
                .isEqualTo("NOT_FOLLOWING");
    }

    @Test
    void aBotThatDoesNotAnswerIsShownAsOutOfOrder() throws Exception {
        stage.post("/sandbox/members/member-1/follow", "{}");
        stage.bot.coming.addAll(List.of(500, 500, 500));
        JsonNode answer = stage.post("/sandbox/members/member-1/menu", "{\"key\":\"HELP\"}");
        assertThat(answer.path("delivered").asBoolean()).isFalse();
        assertThat(stage.member().path("chat").toString()).contains("出现故障");
    }

    @Test
    void aReplyToSomebodyElseIsShownAsOutOfOrder() throws Exception {
        stage.bot.reply = xml -> text(xml, "你好").replace("gh_tuanwudemo", "gh_other");
        stage.post("/sandbox/members/member-1/follow", "{}");
        assertThat(stage.member().path("chat").toString()).contains("出现故障").doesNotContain("你好");
    }

    @Test
    void aTokenOfTheMiniProgramDoesNotOpenTheAccount() throws Exception {
        String token = stage.miniProgram().getAccessToken();
        JsonNode answer = stage.post("/platform/weixin/cgi-bin/qrcode/create?access_token=" + token, "{}");
        assertThat(answer.path("errcode").asInt()).isEqualTo(48001);
    }

    private WxMpQrCodeTicket ticket(String scene, int seconds) throws WxErrorException {
        return account.getQrcodeService().qrCodeCreateTmpTicket(scene, seconds);
    }

    private void write() throws Exception {
        account.getKefuService()
                .sendKefuMessage(WxMpKefuMessage.TEXT()
                        .toUser(stage.member().path("oaOpenid").asString())
                        .content("您的报到已通过")
                        .build());
    }

    private JsonNode scan(byte[] picture) throws Exception {
        return stage.upload("/sandbox/members/member-1/scan", picture);
    }

    private static String text(String asked, String content) {
        String openid = WxMpXmlMessage.fromXml(asked).getFromUser();
        return "<xml><ToUserName>" + openid
                + "</ToUserName><FromUserName>gh_tuanwudemo</FromUserName><CreateTime>1</CreateTime>"
                + "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[" + content + "]]></Content></xml>";
    }
}
