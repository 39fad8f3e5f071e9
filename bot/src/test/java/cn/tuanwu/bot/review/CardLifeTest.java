package cn.tuanwu.bot.review;

import static cn.tuanwu.bot.review.ReviewStage.LI;
import static cn.tuanwu.bot.review.ReviewStage.ZHANG;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.bot.support.Phones.Answer;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.RegistrationDesk;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.People;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What becomes of a card that grows old, can't be updated, or whose submission came back. */
@BotTest
@Import(ReviewStage.class)
@Tag("edge")
class CardLifeTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String UPDATE = "/cgi-bin/message/update_template_card";

    @Autowired
    ReviewStage stage;

    @Autowired
    Phones phones;

    @Autowired
    People people;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    CardDesk cards;

    @Autowired
    Calm calm;

    @BeforeEach
    void forgetTheLastTest() {
        calm.afterTheLastTest();
    }

    // Break: in ReviewCardClosePush.close, treat CODE_SPENT like any failure; or leave out the notice in CardDesk.lost.
    @Test
    void aSpentCodeIsToldToItsOperatorInWordsOnce() {
        long task = stage.aTaskThatCanBeApproved();
        BotWorld.PLATFORMS.nextRefuses(UPDATE, 60140);
        BotWorld.PLATFORMS.nextRefuses(UPDATE, 60140);
        sendBack(task);
        stage.awaitCard(task, LI, ReviewCard.State.LOST);
        stage.awaitSaid(PushKind.REVIEW_CARD_NOTICE, task);
        assertThat(stage.texts("lisi", "原卡片不再更新")).hasSize(1);
        assertThat(stage.texts("lisi", "原卡片不再更新").get(0).toString())
                .containsPattern("已由 张三 于 \\d\\d:\\d\\d 退回")
                .contains("欧**")
                .doesNotContain("欧阳明");
    }

    // Break: in ReviewCardClosePush.close, leave out the look at invaliduser.
    @Test
    void aReceiverThePlatformCouldNotUpdateIsToldInWords() {
        long task = stage.aTaskThatCanBeApproved();
        String answer = "{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":[\"LiSi\",\"ZhangSan\"]}";
        BotWorld.PLATFORMS.next(UPDATE, 200, answer);
        BotWorld.PLATFORMS.next(UPDATE, 200, answer);
        sendBack(task);
        stage.awaitCard(task, LI, ReviewCard.State.LOST);
        await().atMost(SOON).until(() -> stage.texts("lisi", "原卡片不再更新").size() == 1);
    }

    // Break: CODE_VALID in CardDesk longer than 72 hours.
    @Test
    void aCodeThatIsTooOldIsNotTried() {
        long task = stage.aTaskThatCanBeApproved();
        stage.untouchedForThreeDays(task, LI);
        sendBack(task);
        stage.awaitCard(task, LI, ReviewCard.State.LOST);
        assertThat(stage.updates("lisi")).isZero();
        await().atMost(SOON).until(() -> stage.texts("lisi", "原卡片不再更新").size() == 1);
    }

    // Break: in CardClickHandler.handle, answer only live cards.
    @Test
    void aLateTapOnALostCardHearsTheTruthAndClosesIt() {
        long task = stage.aTaskThatCanBeApproved();
        stage.untouchedForThreeDays(task, LI);
        sendBack(task);
        stage.awaitCard(task, LI, ReviewCard.State.LOST);
        for (int i = 0; i < 2; i++) {
            assertThat(tap("lisi", ReviewCard.platformTaskId(task, LI), "approve")
                            .message())
                    .contains("已由 张三", "退回", "<ReplaceText>");
            stage.awaitCard(task, LI, ReviewCard.State.CLOSED);
        }
    }

    // Break: in ReviewCardRenewPush, return Next.DONE instead of superseding.
    @Test
    void aCardNobodyTouchedIsReplacedAndTheOldOneStillAnswers() {
        long task = stage.aTaskThatCanBeApproved();
        stage.untouchedForThreeDays(task, ZHANG);
        stage.isDue(PushKind.REVIEW_CARD_RENEW, task);
        await().atMost(SOON)
                .until(() -> cards.find(task, ZHANG).orElseThrow().edition() == 2
                        && stage.card(task, ZHANG) == ReviewCard.State.SENT);
        String first = ReviewCard.platformTaskId(task, ZHANG);
        assertThat(BotWorld.PLATFORMS.wecomMessages(first + "-2")).hasSize(1);
        assertThat(cards.find(task, ZHANG, 1).orElseThrow().state()).isEqualTo(ReviewCard.State.SUPERSEDED);
        assertThat(tap("zhangsan", first, "return").message())
                .contains("请先选择退回原因", "<Key><![CDATA[approve]]>")
                .doesNotContain("<ReplaceText>");
        assertThat(tap("zhangsan", first, "approve").message()).contains("已由 张三", "<ReplaceText>");
        assertThat(stage.task(task).state()).isEqualTo(ReviewTask.State.APPROVED);
        stage.awaitCard(task, ZHANG, ReviewCard.State.CLOSED);
        assertThat(tap("zhangsan", first + "-2", "approve").message()).contains("已由 张三");
    }

    // Break: in CardDesk.closeAll, close with the key of edition 1 only.
    @Test
    void decidingWithTheNewCardClosesTheOldOneThatWasTappedToo() {
        long task = stage.aTaskThatCanBeApproved();
        stage.untouchedForThreeDays(task, LI);
        stage.isDue(PushKind.REVIEW_CARD_RENEW, task);
        await().atMost(SOON)
                .until(() -> cards.find(task, LI).orElseThrow().edition() == 2
                        && stage.card(task, LI) == ReviewCard.State.SENT);
        tap("lisi", ReviewCard.platformTaskId(task, LI), "return");
        sendBack(task);
        await().atMost(SOON)
                .until(() -> cards.all(task, LI).stream().allMatch(card -> card.state() == ReviewCard.State.CLOSED));
        assertThat(stage.updates("lisi")).isEqualTo(2);
    }

    // Break: in ReviewCardRenewPush, leave out the look at untilTooOld.
    @Test
    void aCardThatWasTouchedIsNotReplacedYet() {
        long task = stage.aTaskThatCanBeApproved();
        stage.untouchedForThreeDays(task, ZHANG);
        tap("zhangsan", ReviewCard.platformTaskId(task, ZHANG), "return");
        stage.isDue(PushKind.REVIEW_CARD_RENEW, task);
        stage.awaitSaid(PushKind.REVIEW_CARD_RENEW, task);
        assertThat(cards.find(task, ZHANG).orElseThrow().edition()).isEqualTo(1);
    }

    // Break: in ReviewDesk.truth, leave out the newer submission.
    @Test
    void aWithdrawnSubmissionsCardPointsToTheCardOfTheNextOne() {
        var member = people.someoneRegistered();
        var profile = aProfile();
        long old = stage.aTask(People.value(registrations.submit(member, profile.build())));
        People.value(registrations.withdraw(member));
        stage.awaitCard(old, ZHANG, ReviewCard.State.CLOSED);
        String card = ReviewCard.platformTaskId(old, ZHANG);
        assertThat(tap("zhangsan", card, "approve").message())
                .contains("团员已撤回报到，无需审核", "<ReplaceText>")
                .doesNotContain("重新提交");
        long next = stage.aTask(People.value(registrations.submit(member, profile.build())));
        assertThat(tap("zhangsan", card, "approve").message()).contains("团员已撤回报到", "团员已重新提交，请看新的卡片");
        assertThat(stage.task(next).isOpen()).isTrue();
    }

    private void sendBack(long task) {
        People.value(
                reviews.decideOnPhone(People.ZHANG_SAN, task, new Decision.SendBack(ReturnReason.JOIN_MONTH_WRONG)));
    }

    private Answer tap(String userid, String card, String key) {
        return phones.tap(userid, card, key, null);
    }
}
