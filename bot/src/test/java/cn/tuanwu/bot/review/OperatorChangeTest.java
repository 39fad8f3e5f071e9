package cn.tuanwu.bot.review;

import static cn.tuanwu.bot.review.ReviewStage.LI;
import static cn.tuanwu.bot.review.ReviewStage.ZHANG;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.OperatorDesk;
import cn.tuanwu.access.Seat;
import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who comes to the roster gets the open tasks; who goes decides nothing any more. */
@BotTest
@Import(ReviewStage.class)
@Tag("edge")
class OperatorChangeTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long ZHAO = People.ZHAO_MIN.staffId();
    private static final long CHEN = People.CHEN_JING.staffId();

    @Autowired
    ReviewStage stage;

    @Autowired
    Phones phones;

    @Autowired
    People people;

    @Autowired
    OperatorDesk operators;

    @Autowired
    OrgDesk organisations;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    CardDesk cards;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Calm calm;

    @BeforeEach
    void forgetTheLastTest() {
        calm.afterTheLastTest();
    }

    @AfterEach
    void asInTheDemoProvince() {
        operators.appoint(theCommittee(), People.MATHS_2301, LI, Seat.Role.OPERATOR);
        operators.dismiss(theCommittee(), People.MATHS_2301, ZHAO);
        operators.dismiss(theCommittee(), People.MATHS_GRADUATES, ZHAO);
    }

    // Break: in OperatorChanges.added, deal nothing.
    @Test
    void anOperatorWhoCameLaterGetsTheOpenTasks() {
        long task = stage.aTaskThatCanBeApproved();
        assertThat(People.refusalOf(reviews.decideOnPhone(People.ZHAO_MIN, task, new Decision.Approve())))
                .isEqualTo("NOT_YOUR_TASK");
        People.value(operators.appoint(theCommittee(), People.MATHS_2301, ZHAO, Seat.Role.OPERATOR));
        await().atMost(SOON).until(() -> cards.find(task, ZHAO)
                .filter(card -> card.state() == ReviewCard.State.SENT)
                .isPresent());
        assertThat(phones.tap("zhaomin", ReviewCard.platformTaskId(task, ZHAO), "approve", null)
                        .message())
                .contains("已由 赵敏", "<ReplaceText>");
        stage.awaitCard(task, ZHANG, ReviewCard.State.CLOSED);
        assertThat(audited("operator.added")).isPositive();
    }

    // Break: in OperatorChanges.deal, enqueue nothing.
    @Test
    void aTaskThatWasBeingSubmittedMeanwhileIsDealtALittleLater() {
        People.value(operators.appoint(theCommittee(), People.MATHS_2301, ZHAO, Seat.Role.OPERATOR));
        long task = stage.aTaskThatCanBeApproved();
        database.update("DELETE FROM outbox WHERE subject_id = ? AND receiver = ?", task, Long.toString(ZHAO));
        database.update("DELETE FROM review_card WHERE task_id = ? AND staff_id = ?", task, ZHAO);
        stage.isDue(PushKind.REVIEW_DEAL, People.MATHS_2301);
        await().atMost(SOON).until(() -> cards.find(task, ZHAO)
                .filter(card -> card.state() == ReviewCard.State.SENT)
                .isPresent());
        assertThat(cards.all(task, LI)).hasSize(1);
        assertThat(phones.tap("zhaomin", ReviewCard.platformTaskId(task, ZHAO), "approve", null)
                        .message())
                .contains("已由 赵敏");
    }

    // Break: in ReviewCardClosePush, skip every open task; or in ReviewDesk.mayDecide, ask nobody.
    @Test
    void anOperatorWhoWentDecidesNothingAndTheCardSaysSo() {
        long task = stage.aTaskThatCanBeApproved();
        People.value(operators.dismiss(theCommittee(), People.MATHS_2301, LI));
        stage.awaitCard(task, LI, ReviewCard.State.CLOSED);
        assertThat(stage.updates("lisi")).isEqualTo(1);
        assertThat(phones.tap("lisi", ReviewCard.platformTaskId(task, LI), "approve", null)
                        .message())
                .contains("不再负责该团支部的审核", "<ReplaceText>");
        assertThat(stage.task(task).isOpen()).isTrue();
        assertThat(stage.card(task, ZHANG)).isEqualTo(ReviewCard.State.SENT);
        assertThat(audited("operator.removed")).isPositive();
    }

    // Break: in CardDesk.deal, count closed cards as held.
    @Test
    void whoComesBackGetsANewCard() {
        long task = stage.aTaskThatCanBeApproved();
        People.value(operators.dismiss(theCommittee(), People.MATHS_2301, LI));
        stage.awaitCard(task, LI, ReviewCard.State.CLOSED);
        People.value(operators.appoint(theCommittee(), People.MATHS_2301, LI, Seat.Role.OPERATOR));
        stage.awaitCard(task, LI, ReviewCard.State.SENT);
        assertThat(cards.find(task, LI).orElseThrow().edition()).isEqualTo(2);
    }

    // Break: in CardDesk.deal, close no one's card.
    @Test
    void withItsFirstOperatorABranchTakesItsTasksFromTheCommittee() {
        long task = people.openTaskOf(people.someoneSubmitted(aProfile().inBranch(People.MATHS_GRADUATES)));
        stage.awaitCard(task, CHEN, ReviewCard.State.SENT);
        People.value(operators.appoint(theCommittee(), People.MATHS_GRADUATES, ZHAO, Seat.Role.OPERATOR));
        stage.awaitCard(task, CHEN, ReviewCard.State.CLOSED);
        stage.awaitCard(task, ZHAO, ReviewCard.State.SENT);
    }

    // Break: in OperatorDesk.in, leave out isWithin.
    @Test
    void aCommitteeChangesOnlyItsOwnBranches() {
        assertThat(People.refusalOf(operators.appoint(theCommittee(), 1101, LI, Seat.Role.OPERATOR)))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(People.refusalOf(operators.appoint(theCommittee(), People.MATHS_2301, 999, Seat.Role.OPERATOR)))
                .isEqualTo("STAFF_UNKNOWN");
        assertThat(People.refusalOf(operators.appoint(theCommittee(), People.MATHS_2301, LI, Seat.Role.OPERATOR)))
                .isEqualTo("SERVES_ALREADY");
        assertThat(People.refusalOf(operators.dismiss(theCommittee(), People.MATHS_2301, CHEN)))
                .isEqualTo("NOT_OPERATOR");
    }

    private Caller.Admin theCommittee() {
        return new Caller.Admin(
                new Seat("org-account:1", "数学学院团委", organisations.find(100).orElseThrow(), Seat.Role.ADMIN));
    }

    private int audited(String action) {
        return database.queryForObject("SELECT COUNT(*) FROM audit WHERE action = ?", Integer.class, action);
    }
}
