package cn.tuanwu.bot.review;

import static cn.tuanwu.bot.review.ReviewStage.LI;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.People;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happens to a task that waits. */
@BotTest
@Import(ReviewStage.class)
@Tag("edge")
class ReminderTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Decision RETURN = new Decision.SendBack(ReturnReason.NO_RECORD);
    private static final long CHEN = People.CHEN_JING.staffId();

    @Autowired
    ReviewStage stage;

    @Autowired
    People people;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    CardDesk cards;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Calm calm;

    @BeforeEach
    void nothingWaitsFromTheLastTest() {
        calm.afterTheLastTest();
        database.update("UPDATE review_card SET state = 'CLOSED' WHERE state IN ('DUE', 'SENT')");
    }

    // Break: in CardDesk.open, enqueue no reminder.
    @Test
    void afterADayEachOperatorIsRemindedOnce() {
        long task = stage.aTaskThatCanBeApproved();
        assertThat(hoursUntil("REVIEW_REMINDER", task)).isEqualTo(23);
        stage.isDue(PushKind.REVIEW_REMINDER, task);
        stage.awaitSaid(PushKind.REVIEW_REMINDER, task);
        for (String userid : List.of("zhangsan", "lisi")) {
            assertThat(stage.texts(userid, "待审核提醒")).hasSize(1);
        }
        assertThat(stage.texts("lisi", "待审核提醒").get(0).toString())
                .contains("欧**")
                .doesNotContain("欧阳明");
    }

    // Break: in ReviewReminderPush and ReviewEscalationPush, don't look whether the task is open.
    @Test
    void aDecidedTaskIsNeitherRemindedOfNorEscalated() {
        long task = stage.aTaskThatCanBeApproved();
        People.value(reviews.decideOnPhone(People.ZHANG_SAN, task, RETURN));
        stage.awaitCard(task, LI, ReviewCard.State.CLOSED);
        assertThat(database.update(
                        "UPDATE outbox SET state = 'DUE', next_at = UTC_TIMESTAMP(3) WHERE subject_id = ?"
                                + " AND kind IN ('REVIEW_REMINDER', 'REVIEW_ESCALATION') AND state = 'SKIPPED'",
                        task))
                .isEqualTo(3);
        stage.awaitSaid(PushKind.REVIEW_REMINDER, task);
        stage.awaitSaid(PushKind.REVIEW_ESCALATION, task);
        assertThat(BotWorld.PLATFORMS.wecomMessages("待审核提醒")).isEmpty();
        assertThat(cards.find(task, CHEN)).isEmpty();
    }

    // Break: in Deciders.of, leave out the superiors.
    @Test
    void afterThreeDaysTheSuperiorHasACardAndMayDecide() {
        long task = stage.aTaskThatCanBeApproved();
        assertThat(hoursUntil("REVIEW_ESCALATION", task)).isEqualTo(71);
        assertThat(People.refusalOf(reviews.decideOnPhone(People.CHEN_JING, task, RETURN)))
                .isEqualTo("NOT_YOUR_TASK");
        stage.isDue(PushKind.REVIEW_ESCALATION, task);
        await().atMost(SOON).until(() -> cards.find(task, CHEN)
                .filter(card -> card.state() == ReviewCard.State.SENT)
                .isPresent());
        assertThat(stage.card(task, LI)).isEqualTo(ReviewCard.State.SENT);
        assertThat(People.value(reviews.decideOnPhone(People.CHEN_JING, task, RETURN))
                        .state())
                .isEqualTo(ReviewTask.State.RETURNED);
        stage.awaitCard(task, LI, ReviewCard.State.CLOSED);
    }

    // Break: in ReviewReminderPush.send, don't count; or in WaitingDesk.digest, leave the day out of the key.
    @Test
    void aboveTwentyOpenTasksOneDigestADayStandsForAllReminders() {
        List<Long> tasks = LongStream.range(0, 21)
                .mapToObj(i ->
                        people.openTaskOf(people.someoneSubmitted(aProfile().inBranch(1002L))))
                .toList();
        long zhao = People.ZHAO_MIN.staffId();
        tasks.forEach(task -> stage.awaitCard(task, zhao, ReviewCard.State.SENT));
        tasks.subList(0, 5).forEach(task -> stage.isDue(PushKind.REVIEW_REMINDER, task));
        tasks.subList(0, 5).forEach(task -> stage.awaitSaid(PushKind.REVIEW_REMINDER, task));
        stage.awaitSaid(PushKind.REVIEW_DIGEST, zhao);
        assertThat(stage.texts("zhaomin", "您有 21 条待审核")).hasSize(1);
        assertThat(stage.texts("zhaomin", "待审核提醒")).isEmpty();
        assertThat(hoursUntil("REVIEW_DIGEST", zhao)).isEqualTo(23);
    }

    private int hoursUntil(String kind, long subject) {
        return database.queryForObject(
                "SELECT TIMESTAMPDIFF(HOUR, UTC_TIMESTAMP(3), MAX(next_at)) FROM outbox"
                        + " WHERE kind = ? AND subject_id = ? AND state = 'DUE'",
                Integer.class,
                kind,
                subject);
    }
}
