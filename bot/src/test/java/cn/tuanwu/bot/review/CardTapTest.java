package cn.tuanwu.bot.review;

import static cn.tuanwu.bot.review.ReviewStage.LI;
import static cn.tuanwu.bot.review.ReviewStage.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.inbox.InboxWorker;
import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.bot.support.Phones.Answer;
import cn.tuanwu.bot.support.Phones.Sealed;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewTask;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What a tap on a card does to the task, to that card and to the others. */
@BotTest
@Import(ReviewStage.class)
@Tag("story")
class CardTapTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String REASON = "JOIN_MONTH_WRONG";

    @Autowired
    ReviewStage stage;

    @Autowired
    Phones phones;

    @Autowired
    InboxWorker inbox;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Calm calm;

    @BeforeEach
    void forgetTheLastTest() {
        calm.afterTheLastTest();
    }

    @Test
    void eachOperatorHoldsAMaskedCard() {
        long task = stage.aTaskThatCanBeApproved();
        JsonNode card = stage.sentCard(task, LI);
        assertThat(card.path("touser").asString()).isEqualTo("lisi");
        assertThat(card.path("template_card").path("main_title").path("title").asString())
                .isEqualTo("团员报到待审核");
        assertThat(card.toString()).contains("欧**", "***********").doesNotContain("欧阳明", "999999200503");
    }

    @Test
    void approvingClosesTheTappedCardInTheReplyAndTheOtherByAnUpdate() {
        long task = stage.aTaskThatCanBeApproved();
        Answer answer = tap("zhangsan", task, ZHANG, "approve", null);
        assertThat(answer.message())
                .contains("<MsgType><![CDATA[update_template_card]]></MsgType>", "<ReplaceText><![CDATA[已同意]]>")
                .containsPattern("已由 张三 于 \\d\\d:\\d\\d 同意");
        assertThat(stage.task(task).state()).isEqualTo(ReviewTask.State.APPROVED);
        stage.awaitCard(task, ZHANG, ReviewCard.State.CLOSED);
        stage.awaitCard(task, LI, ReviewCard.State.CLOSED);
        assertThat(stage.updates("lisi")).isEqualTo(1);
        assertThat(stage.updates("zhangsan")).isZero();
        await().atMost(SOON)
                .until(() -> BotWorld.PLATFORMS.wecomMessages("已由 张三").size() == 1);
    }

    @Test
    void twoOperatorsAtOnceMakeOneDecisionAndTheOtherIsTold() {
        long task = stage.aTaskThatCanBeApproved();
        CompletableFuture<Answer> zhang =
                CompletableFuture.supplyAsync(() -> tap("zhangsan", task, ZHANG, "approve", null));
        CompletableFuture<Answer> li = CompletableFuture.supplyAsync(() -> tap("lisi", task, LI, "return", REASON));
        String winner = zhang.join().message().contains("已由 张三") ? "已由 张三" : "已由 李四";
        assertThat(zhang.join().message()).contains(winner, "<ReplaceText>");
        assertThat(li.join().message()).contains(winner, "<ReplaceText>");
        assertThat(stage.task(task).decidedBy()).isEqualTo(winner.substring(3));
        assertThat(decisions(task)).isEqualTo(1);
    }

    @Test
    void aDoubleClickIsOneDecisionAndSoIsADuplicateDelivery() {
        long task = stage.aTaskThatCanBeApproved();
        Sealed tap = phones.tapped("zhangsan", ReviewCard.platformTaskId(task, ZHANG), "approve", null);
        phones.send(tap);
        assertThat(phones.send(tap).status()).isEqualTo(200);
        assertThat(tap("zhangsan", task, ZHANG, "approve", null).message()).contains("已由 张三", "<ReplaceText>");
        assertThat(decisions(task)).isEqualTo(1);
        assertThat(pushes("MEMBER_RESULT", task)).isEqualTo(1);
    }

    @Test
    void whileCheckingApprovingIsRefusedInTheCardAndReturningIsPossible() {
        long task = stage.aTaskStillChecking();
        Answer refused = tap("zhangsan", task, ZHANG, "approve", null);
        assertThat(refused.message())
                .contains("校验中，暂不能同意", "<Key><![CDATA[approve]]>", "<Key><![CDATA[return]]>")
                .doesNotContain("<ReplaceText>");
        assertThat(stage.task(task).isOpen()).isTrue();
        assertThat(tap("zhangsan", task, ZHANG, "return", REASON).message())
                .contains("已由 张三", "退回", "入团年月有误", "<ReplaceText>");
        assertThat(stage.task(task).state()).isEqualTo(ReviewTask.State.RETURNED);
    }

    @Test
    void afterAFailedCheckApprovingPointsToThePc() {
        long task = stage.aTaskWithAFailedCheck();
        assertThat(tap("lisi", task, LI, "approve", null).message())
                .contains("请前往 PC 网站处理", "校验失败")
                .doesNotContain("<ReplaceText>");
        assertThat(stage.task(task).isOpen()).isTrue();
    }

    @Test
    void returningNeedsAReasonThatWasChosen() {
        long task = stage.aTaskThatCanBeApproved();
        assertThat(tap("zhangsan", task, ZHANG, "return", null).message())
                .contains("请先选择退回原因")
                .doesNotContain("<ReplaceText>");
        assertThat(tap("zhangsan", task, ZHANG, "return", CardFace.NO_REASON).message())
                .contains("请先选择退回原因");
        assertThat(stage.task(task).isOpen()).isTrue();
    }

    @Test
    void theOlderSpellingOfAnOptionIsUnderstood() {
        long task = stage.aTaskThatCanBeApproved();
        Sealed odd = phones.weCom("<FromUserName>ZhangSan</FromUserName><CreateTime>1</CreateTime>"
                + "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>return</EventKey><TaskId>"
                + ReviewCard.platformTaskId(task, ZHANG) + "</TaskId><ResponseCode>odd" + task + "</ResponseCode>"
                + "<SelectedItems><SelectedItem><QuestionKey>reason</QuestionKey><OpitonIds><OpitonId>NO_RECORD"
                + "</OpitonId></OpitonIds></SelectedItem></SelectedItems>");
        assertThat(phones.send(odd).message()).contains("查无入团记录");
    }

    @Test
    void nobodyDecidesWithAnothersCard() {
        long task = stage.aTaskThatCanBeApproved();
        assertThat(tap("lisi", task, ZHANG, "approve", null).raw()).isEmpty();
        assertThat(tap("nobody", task, ZHANG, "approve", null).raw()).isEmpty();
        assertThat(phones.tap("zhangsan", "review-1-2-3", "approve", null).status())
                .isEqualTo(200);
        assertThat(stage.task(task).isOpen()).isTrue();
    }

    @Test
    void aTapThatNobodyCouldAnswerInTimeIsStillDecidedAndItsCardClosed() {
        long task = stage.aTaskThatCanBeApproved();
        inbox.stop();
        assertThat(tap("zhangsan", task, ZHANG, "approve", null).raw()).isEmpty();
        assertThat(stage.task(task).isOpen()).isTrue();
        inbox.start();
        await().atMost(SOON).until(() -> !stage.task(task).isOpen());
        stage.awaitCard(task, ZHANG, ReviewCard.State.CLOSED);
        assertThat(stage.updates("zhangsan")).isEqualTo(1);
    }

    private Answer tap(String userid, long task, long staff, String key, String reason) {
        return phones.tap(userid, ReviewCard.platformTaskId(task, staff), key, reason);
    }

    private int decisions(long task) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM audit WHERE subject_kind = 'review-task' AND subject_id = ?",
                Integer.class,
                task);
    }

    private int pushes(String kind, long subject) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM outbox WHERE kind = ? AND subject_id = ?", Integer.class, kind, subject);
    }
}
