package cn.tuanwu.bot.transfer;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.bot.support.FakePlatforms;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferDesk;
import cn.tuanwu.transfer.Wish;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What members and operators hear of a transfer, and of an appeal. */
@BotTest
@Tag("transfers")
class TransferNewsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NOTICE = "/cgi-bin/message/subscribe/send";

    @Autowired
    Calm calm;

    @Autowired
    People people;

    @Autowired
    TransferDesk transfers;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void forgetTheLastTest() {
        calm.afterTheLastTest();
    }

    /** Break: in TransferStepPush, don't look at the version; in StepWords, say the name. */
    @Test
    @DisplayName("§9 the member is told who has it and why it came back; the branch that started it as well")
    void theMemberIsToldEachStep() {
        Registration member = people.someoneApproved(aProfile(), ZHANG_SAN);
        database.update(
                "INSERT INTO account_openid (app, openid, account_id) VALUES ('MINI_PROGRAM', ?, ?)",
                "mini-t" + member.id(),
                member.accountId());
        Transfer transfer = value(transfers.start(
                ZHANG_SAN,
                member.id(),
                new Wish(Transfer.Kind.INSIDE, Transfer.Reason.STUDY, null, null, 1101L, null)));
        await().atMost(SOON).until(() -> !notices("已发起").isEmpty());
        value(reviews.decideOnPhone(CHEN_JING, task(transfer), new Decision.SendBack(ReturnReason.DUES_OPEN)));
        await().atMost(SOON).until(() -> !notices("已退回").isEmpty());
        assertThat(notices("已退回").get(0)).contains("团费未缴清", "pages/transfer").doesNotContain("欧阳");
        await().atMost(SOON).until(() -> !texts("zhangsan").isEmpty());
        assertThat(texts("zhangsan").get(0))
                .contains("欧**", "已由 陈静 退回，原因：团费未缴清")
                .doesNotContain("欧阳");
    }

    /** Break: in ChatText.plain, change nothing; or send either text marked. */
    @Test
    void whatAReviewerTypesIsNoLinkInAnyChat() {
        Registration member = people.someoneApproved(aProfile(), ZHANG_SAN);
        database.update(
                "INSERT INTO account_openid (app, openid, account_id) VALUES ('OFFICIAL_ACCOUNT', ?, ?)",
                "oa-t" + member.id(),
                member.accountId());
        Transfer transfer = value(transfers.start(
                ZHANG_SAN,
                member.id(),
                new Wish(Transfer.Kind.INSIDE, Transfer.Reason.STUDY, null, null, 1101L, null)));
        String note = "<a href=\"https://e.cn\">x</a>";
        value(reviews.decideOnPhone(CHEN_JING, task(transfer), new Decision.SendBack(ReturnReason.OTHER, note)));
        String read = "＜a href=\"https://e.cn\"＞x＜/a＞";
        await().atMost(SOON).until(() -> texts("zhangsan").stream().anyMatch(text -> text.contains(read)));
        await().atMost(SOON).until(() -> chats().stream().anyMatch(text -> text.contains(read)));
        assertThat(texts("zhangsan")).noneMatch(text -> text.contains("<a"));
        assertThat(chats()).noneMatch(text -> text.contains("<a"));
    }

    private static List<String> chats() {
        return BotWorld.PLATFORMS.calls("/cgi-bin/message/custom/send").stream()
                .map(call -> call.body().at("/text/content").asString())
                .toList();
    }

    /** Break: make one of the words longer. */
    @Test
    @DisplayName("§9 the words fit the platform's fields, whatever the step")
    void theWordsFit() {
        Registration member = people.someoneApproved(aProfile(), ZHANG_SAN);
        Transfer transfer = value(transfers.start(
                ZHANG_SAN,
                member.id(),
                new Wish(Transfer.Kind.INSIDE, Transfer.Reason.STUDY, null, null, 1101L, null)));
        for (Transfer.Step step : List.of(Transfer.Step.STARTED, Transfer.Step.AGREED, Transfer.Step.EXPIRING)) {
            StepWords words = new StepWords(transfer, step);
            assertThat(words.fields().get("phrase2")).hasSizeLessThanOrEqualTo(5);
            assertThat(words.fields().get("thing1")).hasSizeLessThanOrEqualTo(20);
            assertThat(words.fields().get("thing4"))
                    .hasSizeLessThanOrEqualTo(20)
                    .isNotBlank();
            assertThat(words.sentence()).endsWith("。").doesNotContain("null");
        }
    }

    private static List<String> notices(String phrase) {
        return BotWorld.PLATFORMS.calls(NOTICE).stream()
                .map(call -> call.body().toString())
                .filter(body -> body.contains(phrase))
                .toList();
    }

    private static List<String> texts(String userid) {
        return BotWorld.PLATFORMS.calls("/cgi-bin/message/send").stream()
                .map(FakePlatforms.Call::body)
                .filter(body -> body.path("touser").asString().equals(userid))
                .map(body -> body.at("/text/content").asString())
                .filter(text -> text.startsWith("【组织关系转接】"))
                .toList();
    }

    private long task(Transfer transfer) {
        return database.queryForObject("SELECT id FROM review_task WHERE live_transfer = ?", Long.class, transfer.id());
    }
}
