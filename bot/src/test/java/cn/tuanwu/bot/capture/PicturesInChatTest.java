package cn.tuanwu.bot.capture;

import static cn.tuanwu.bot.capture.PictureStage.LI;
import static cn.tuanwu.bot.capture.PictureStage.SOON;
import static cn.tuanwu.bot.capture.PictureStage.ZHANG;
import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.bot.support.Phones.Sealed;
import cn.tuanwu.capture.Batch;
import cn.tuanwu.capture.Batch.PageState;
import cn.tuanwu.form.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Pictures of paper sent in the chat become the form of the member who is named. */
@BotTest
@Import(PictureStage.class)
@TestPropertySource(properties = "tuanwu.capture.quiet=PT0.7S")
@Tag("forms")
class PicturesInChatTest {
    @Autowired
    PictureStage stage;

    @Autowired
    Phones phones;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Calm calm;

    @BeforeEach
    void forgetTheLastTest() {
        stage.nobodyCollects();
        calm.afterTheLastTest();
    }

    // Break: sort by id in PageRows.of, or take known() out of PageDesk.collect and the unique key from the table.
    @Test
    void aBurstOfTwentyFromTwoPhonesLandsInTwoBatchesInTheOrderTheyWereTaken() {
        List<Sealed> deliveries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String userid = i % 2 == 0 ? ZHANG : LI;
            long message = PictureStage.nextMessage();
            String media = "burst-" + userid + "-" + i;
            BotWorld.PLATFORMS.keep(media, Pictures.page(i));
            Sealed picture = phones.pictured(userid, Instant.now().getEpochSecond(), message, media);
            deliveries.addAll(List.of(picture, picture));
        }
        Collections.shuffle(deliveries, new Random(6));
        deliveries.parallelStream().forEach(phones::send);
        Batch zhang = stage.looked(ZHANG_SAN, 10);
        Batch li = stage.looked(LI_SI, 10);
        assertThat(zhang.id()).isNotEqualTo(li.id());
        assertThat(media(zhang)).containsExactlyElementsOf(expected(ZHANG, 0));
        assertThat(media(li)).containsExactlyElementsOf(expected(LI, 1));
        assertThat(zhang.isReady()).isTrue();
    }

    @Test
    void theCardAsksWhoseTheyAreAndTheFormIsFiled() {
        long member = stage.aMember();
        stage.sendAll(ZHANG, Pictures.page(1), Pictures.page(2));
        Batch batch = stage.looked(ZHANG_SAN, 2);
        JsonNode card = stage.card(batch.id(), 1);
        assertThat(card.toString()).contains("这是谁的志愿书", "2 页", "（尾号").doesNotContain("欧阳明");
        assertThat(stage.tap(ZHANG, card, CaptureFace.PICK, null)).contains("请先选择团员");
        String chosen = stage.tap(ZHANG, card, CaptureFace.PICK, member);
        assertThat(chosen).contains("<Key><![CDATA[submit]]></Key>", "欧**（尾号").doesNotContain("欧阳明");
        assertThat(stage.tap(ZHANG, card, CaptureFace.SUBMIT, null)).contains("<ReplaceText><![CDATA[正在提交]]>");
        Form form = stage.filed(member);
        assertThat(form.pages()).isEqualTo(2);
        assertThat(form.source()).isEqualTo(Form.Source.CHAT);
        assertThat(form.state()).isEqualTo(Form.State.FORMAL);
        assertThat(stage.text("已归档").toString()).contains("共 2 页", "欧**").doesNotContain("欧阳明");
        assertThat(stage.tap(ZHANG, card, CaptureFace.SUBMIT, null)).contains("<ReplaceText><![CDATA[已提交]]>");
        assertThat(stage.forms(member)).hasSize(1);
    }

    @Test
    void aTypedPhoneNumberChoosesAndAPictureAfterTheSubmissionBeginsAnew() {
        long member = stage.aMember();
        stage.send(ZHANG, Pictures.page(3));
        Batch batch = stage.looked(ZHANG_SAN, 1);
        assertThat(phones.sayAtWork(ZHANG, "没有这个人").message()).contains("没有找到这位团员");
        assertThat(phones.sayAtWork(ZHANG, stage.phoneOf(member)).message()).contains("已选择 欧**（尾号");
        assertThat(phones.sayAtWork(ZHANG, "提交").message()).contains("正在提交");
        stage.send(ZHANG, Pictures.page(4));
        Batch next = stage.looked(ZHANG_SAN, 1);
        assertThat(next.id()).isNotEqualTo(batch.id());
        assertThat(next.whose()).isNull();
        assertThat(stage.filed(member).pages()).isEqualTo(1);
        assertThat(phones.sayAtWork(ZHANG, "取消").message()).contains("已取消");
        assertThat(phones.sayAtWork(ZHANG, "取消").message()).contains("没有听懂");
    }

    // Break: leave Retakes.settle out of AskDesk.begin.
    @Test
    void aBadPageIsToldWithItsNumberAndTheNextPictureTakesItsPlace() {
        long member = stage.aMember();
        stage.sendAll(ZHANG, Pictures.page(5), Pictures.NONE, Pictures.page(6));
        Batch batch = stage.looked(ZHANG_SAN, 3);
        assertThat(batch.numbers(PageState.REFUSED)).containsExactly(2);
        assertThat(stage.text("第 2 页：").toString()).contains("重拍", "/m/#/forms/" + batch.id());
        JsonNode card = stage.card(batch.id(), 1);
        stage.tap(ZHANG, card, CaptureFace.PICK, member);
        assertThat(stage.tap(ZHANG, card, CaptureFace.SUBMIT, null)).contains("第 2 页：", "<Key><![CDATA[submit]]>");
        String retake = stage.sendLater(ZHANG, Pictures.page(7));
        stage.card(batch.id(), 2);
        Batch mended = stage.looked(ZHANG_SAN, 3);
        assertThat(mended.isReady()).isTrue();
        assertThat(media(mended).get(1)).isEqualTo(retake);
    }

    // Break: answer Next.DONE instead of fetching.lost(…) in FormPagePush.
    @Test
    void aPictureThePlatformForgotIsToldAsLostAndABusyPlatformIsAskedAgain() {
        BotWorld.PLATFORMS.nextRefuses("/cgi-bin/media/get", -1);
        stage.send(ZHANG, Pictures.page(8));
        long message = PictureStage.nextMessage();
        phones.send(phones.pictured(ZHANG, Instant.now().getEpochSecond(), message, "never-kept-" + message));
        Batch batch = stage.looked(ZHANG_SAN, 2);
        assertThat(batch.numbers(PageState.READY)).containsExactly(1);
        assertThat(batch.numbers(PageState.LOST)).containsExactly(2);
        assertThat(stage.text("第 2 页：").toString()).contains("过期");
    }

    @Test
    void whoIsNotOnTheRosterIsToldSoAndNothingIsKept() {
        int before = pages();
        assertThat(phones.send(phones.pictured("nobody", 1, PictureStage.nextMessage(), "m"))
                        .message())
                .contains("没有收下");
        assertThat(pages()).isEqualTo(before);
    }

    @Test
    void anothersCardDoesNothing() {
        long member = stage.aMember();
        stage.send(ZHANG, Pictures.page(9));
        Batch batch = stage.looked(ZHANG_SAN, 1);
        JsonNode card = stage.card(batch.id(), 1);
        assertThat(stage.tap(LI, card, CaptureFace.PICK, member)).isNull();
        assertThat(stage.open(ZHANG_SAN).whose()).isNull();
    }

    // Break: enqueue a name into the receiver of FORM_ASK.
    @Test
    void nothingPersonalIsInTheOutbox() {
        stage.send(ZHANG, Pictures.page(10));
        stage.card(stage.looked(ZHANG_SAN, 1).id(), 1);
        await().atMost(SOON).untilAsserted(() -> assertThat(database.queryForList(
                        "SELECT DISTINCT CONCAT(receiver, push_key) FROM outbox WHERE kind LIKE 'FORM_%'",
                        String.class))
                .allMatch(text -> text.matches("[0-9A-Z_:]*")));
    }

    private int pages() {
        return database.queryForObject("SELECT COUNT(*) FROM capture_page", Integer.class);
    }

    private List<String> media(Batch batch) {
        return batch.pages().stream()
                .map(page -> database.queryForObject(
                        "SELECT media_id FROM capture_page WHERE id = ?", String.class, page.id()))
                .toList();
    }

    private static List<String> expected(String userid, int first) {
        List<String> all = new ArrayList<>();
        for (int i = first; i < 20; i += 2) {
            all.add("burst-" + userid + "-" + i);
        }
        return all;
    }
}
