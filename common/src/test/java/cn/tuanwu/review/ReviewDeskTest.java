package cn.tuanwu.review;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RoomTest
@Tag("story")
class ReviewDeskTest {
    private static final Decision APPROVE = new Decision.Approve();
    private static final Decision RETURN = new Decision.SendBack(ReturnReason.JOIN_MONTH_WRONG);

    @Autowired
    ReviewDesk reviews;

    @Autowired
    CardDesk cards;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @Test
    void submittingOpensOneTaskWithACardForEachOperator() {
        long task = people.openTaskOf(people.someoneSubmitted(aProfile()));
        assertThat(pushes("REVIEW_CARD", task)).isEqualTo(2);
        assertThat(cards.find(task, LI_SI.staffId()))
                .get()
                .extracting(ReviewCard::state)
                .isEqualTo(ReviewCard.State.DUE);
    }

    @Test
    void aBranchWithoutOperatorsGoesToTheCommitteeAbove() {
        long task = people.openTaskOf(people.someoneSubmitted(aProfile().inBranch(People.MATHS_GRADUATES)));
        assertThat(cards.find(task, CHEN_JING.staffId())).isPresent();
        assertThat(pushes("REVIEW_CARD", task)).isEqualTo(1);
    }

    @Test
    void approvingAdmitsTheMemberAndTellsEveryoneInOneTransaction() {
        Registration submitted = people.someoneSubmitted(aProfile(), Result.MATCH);
        long task = people.openTaskOf(submitted);
        assertThat(value(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE)).state())
                .isEqualTo(ReviewTask.State.APPROVED);
        assertThat(stateOf(submitted)).isEqualTo(Registration.State.APPROVED);
        assertThat(count("member WHERE registration_id = " + submitted.id())).isEqualTo(1);
        assertThat(pushes("MEMBER_RESULT", task)).isEqualTo(1);
        assertThat(pushes("REVIEW_CARD_CLOSE", task)).isEqualTo(2);
        assertThat(pushes("ADMIN_NOTICE", task)).isEqualTo(1);
    }

    @Test
    void whileCheckingOrFailedAPhoneCanReturnButNotApprove() {
        Registration submitted = people.someoneSubmitted(aProfile());
        long task = people.openTaskOf(submitted);
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE))).isEqualTo("REALNAME_CHECKING");
        people.checked(submitted, Result.MISMATCH);
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE))).isEqualTo("REALNAME_FAILED");
        assertThat(stateOf(submitted)).isEqualTo(Registration.State.PENDING);
        assertThat(pushes("MEMBER_RESULT", task)).isZero();
        value(reviews.decideOnPhone(ZHANG_SAN, task, RETURN));
        assertThat(stateOf(submitted)).isEqualTo(Registration.State.RETURNED);
    }

    @Test
    void anOverseasDocumentIsNeverApprovedOnAPhone() {
        long task = people.openTaskOf(people.someoneSubmitted(aProfile().overseas("H12345678", "2005-03-14")));
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE))).isEqualTo("REALNAME_FAILED");
    }

    @Test
    void fiftyTapsByTwoOperatorsMakeOneDecision() throws Exception {
        Registration submitted = people.someoneSubmitted(aProfile(), Result.MATCH);
        long task = people.openTaskOf(submitted);
        List<Callable<Outcome<ReviewTask>>> taps = IntStream.range(0, 50)
                .<Callable<Outcome<ReviewTask>>>mapToObj(i -> () ->
                        reviews.decideOnPhone(i % 2 == 0 ? ZHANG_SAN : LI_SI, task, i % 3 == 0 ? RETURN : APPROVE))
                .toList();
        var pool = Executors.newFixedThreadPool(16);
        int won = 0;
        for (var tap : pool.invokeAll(taps)) {
            if (tap.get() instanceof Outcome.Done) {
                won++;
            } else {
                assertThat(refusalOf(tap.get())).isEqualTo("ALREADY_DECIDED");
            }
        }
        pool.shutdown();
        assertThat(won).isEqualTo(1);
        assertThat(pushes("MEMBER_RESULT", task)).isEqualTo(1);
        assertThat(count("audit WHERE subject_kind = 'review-task' AND subject_id = " + task))
                .isEqualTo(1);
    }

    @Test
    void theLoserHearsByWhomAndWhen() {
        Registration submitted = people.someoneSubmitted(aProfile(), Result.MATCH);
        long task = people.openTaskOf(submitted);
        reviews.decideOnPhone(ZHANG_SAN, task, APPROVE);
        Outcome<ReviewTask> late = reviews.decideOnPhone(LI_SI, task, RETURN);
        assertThat(((Outcome.Refused<ReviewTask>) late).first().text()).matches("已由 张三 于 \\d\\d:\\d\\d 同意");
    }

    @Test
    void anOperatorElsewhereDecidesNothing() {
        long task = people.openTaskOf(people.someoneSubmitted(aProfile(), Result.MATCH));
        assertThat(refusalOf(reviews.decideOnPhone(ZHAO_MIN, task, APPROVE))).isEqualTo("NOT_YOUR_TASK");
        assertThat(refusalOf(reviews.decideOnPhone(CHEN_JING, task, APPROVE))).isEqualTo("NOT_YOUR_TASK");
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task + 1, APPROVE)))
                .isEqualTo("TASK_UNKNOWN");
    }

    @Test
    void withdrawingCancelsTheTaskAndTheNextSubmissionOpensAnother() {
        var member = people.someoneRegistered();
        var profile = aProfile();
        Registration submitted = value(registrations.submit(member, profile.build()));
        long task = people.openTaskOf(submitted);
        value(registrations.withdraw(member));
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task, RETURN))).isEqualTo("ALREADY_DECIDED");
        assertThat(refusalOf(registrations.withdraw(member))).isEqualTo("NOT_PENDING");
        Registration again = value(registrations.submit(member, profile.build()));
        assertThat(people.openTaskOf(again)).isNotEqualTo(task);
        assertThat(again.version()).isEqualTo(3);
    }

    @Test
    void aCardSentAfterTheDecisionIsClosedAgain() {
        Registration submitted = people.someoneSubmitted(aProfile(), Result.MATCH);
        long task = people.openTaskOf(submitted);
        value(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE));
        int before = pushes("REVIEW_CARD_CLOSE", task);
        cards.sent(cards.find(task, LI_SI.staffId()).orElseThrow(), "msg", "code");
        assertThat(pushes("REVIEW_CARD_CLOSE", task)).isEqualTo(before + 1);
    }

    private Registration.State stateOf(Registration registration) {
        return registrations
                .mine(new Caller.OwnAccount(registration.accountId()))
                .orElseThrow()
                .state();
    }

    private int pushes(String kind, long subject) {
        return count("outbox WHERE kind = '" + kind + "' AND subject_id = " + subject);
    }

    private int count(String where) {
        return database.queryForObject("SELECT COUNT(*) FROM " + where, Integer.class);
    }
}
