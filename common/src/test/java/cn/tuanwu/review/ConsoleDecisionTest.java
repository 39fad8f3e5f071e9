package cn.tuanwu.review;

import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.registration.EditDesk;
import cn.tuanwu.registration.OfflineDesk;
import cn.tuanwu.registration.OfflinePass;
import cn.tuanwu.registration.Profile;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.registration.RegistrationDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.Photos;
import cn.tuanwu.support.RoomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Decisions at the console, beside those on phones. */
@RoomTest
@Tag("console")
class ConsoleDecisionTest {
    private static final Decision APPROVE = new Decision.Approve();
    private static final Decision RETURN = new Decision.SendBack(ReturnReason.JOIN_MONTH_WRONG);

    @Autowired
    ReviewDesk reviews;

    @Autowired
    OfflineDesk offline;

    @Autowired
    RegistrationBook book;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    EditDesk edits;

    @Autowired
    OrgDesk organisations;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    private Caller.Reviewer committee;

    @BeforeEach
    void theMathematiciansCommittee() {
        committee = seat("org-account:301", "数学学院团委", 100, Seat.Role.ADMIN);
    }

    @Test
    void aCommitteeDecidesForABranchWithOperatorsAndThePhonesHearByWhom() {
        long task = people.openTaskOf(people.someoneSubmitted(aProfile(), Result.MATCH));
        assertThat(value(reviews.decideAtConsole(committee, task, APPROVE)).decidedBy())
                .isEqualTo("数学学院团委");
        Outcome<ReviewTask> late = reviews.decideOnPhone(ZHANG_SAN, task, APPROVE);
        assertThat(refusalOf(late)).isEqualTo("ALREADY_DECIDED");
        assertThat(((Outcome.Refused<ReviewTask>) late).first().text()).matches("已由 数学学院团委 于 \\d\\d:\\d\\d 同意");
        assertThat(count("outbox WHERE kind = 'REVIEW_CARD_CLOSE' AND subject_id = " + task))
                .isEqualTo(2);
        assertThat(count("outbox WHERE kind = 'MEMBER_RESULT' AND subject_id = " + task))
                .isEqualTo(1);
        assertThat(count("audit WHERE actor = 'org-account:301' AND action = 'review.approved' AND subject_id = "
                        + task))
                .isEqualTo(1);
    }

    /** Break: in ReviewDesk.find(AtConsole), leave out the filter. */
    @Test
    void whatIsOutsideTheSubtreeDoesNotExist() {
        long task = people.openTaskOf(people.someoneSubmitted(aProfile(), Result.MATCH));
        for (long elsewhere : List.of(101L, 1002L, 1101L)) {
            Caller.Reviewer stranger = seat("org-account:9", "物理学院团委", elsewhere, Seat.Role.ADMIN);
            assertThat(refusalOf(reviews.decideAtConsole(stranger, task, APPROVE)))
                    .isEqualTo("TASK_UNKNOWN");
        }
        assertThat(reviews.find(task).orElseThrow().isOpen()).isTrue();
    }

    /** Break: in Deciders.refusal, let every seat above decide. */
    @Test
    void anOperatorDecidesForTheOwnBranchAndACommitteesOperatorOnlyWhereNobodyElseDoes() {
        long theirs = people.openTaskOf(people.someoneSubmitted(aProfile(), Result.MATCH));
        long graduates =
                people.openTaskOf(people.someoneSubmitted(aProfile().inBranch(People.MATHS_GRADUATES), Result.MATCH));
        Caller.Reviewer above = seat("org-account:311", "数学学院团委", 100, Seat.Role.OPERATOR);
        assertThat(refusalOf(reviews.decideAtConsole(above, theirs, APPROVE))).isEqualTo("NOT_YOUR_TASK");
        value(reviews.decideAtConsole(above, graduates, APPROVE));
        value(reviews.decideAtConsole(seat("staff:201", "张三", 1001, Seat.Role.OPERATOR), theirs, APPROVE));
    }

    /** Break: in Deciders.others, leave out the filter; in Deciders.refusal, forget who they are. */
    @Test
    void nobodyDecidesAboutThemself() {
        Caller.OwnAccount zhang = people.someoneRegistered();
        database.update("UPDATE staff SET account_id = ? WHERE id = 201", zhang.accountId());
        try {
            Registration own = value(registrations.submit(zhang, aProfile().build()));
            people.checked(own, Result.MATCH);
            long task = people.openTaskOf(own);
            assertThat(count("review_card WHERE staff_id = 201 AND task_id = " + task))
                    .isZero();
            assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE)))
                    .isEqualTo("NOT_YOUR_TASK");
            assertThat(refusalOf(reviews.decideOnPage(ZHANG_SAN, task, APPROVE)))
                    .isEqualTo("TASK_UNKNOWN");
            Caller.Reviewer himself = seat("staff:201", "张三", 1001, Seat.Role.OPERATOR);
            assertThat(refusalOf(reviews.decideAtConsole(himself, task, APPROVE)))
                    .isEqualTo("OWN_REGISTRATION");
            value(reviews.decideOnPhone(LI_SI, task, APPROVE));
        } finally {
            database.update("UPDATE staff SET account_id = NULL WHERE id = 201");
        }
    }

    /** Break: in Admission.approveAtConsole, admit whatever the check says; in passOffline, don't look at the state. */
    @Test
    void atTheConsoleAFailedCheckIsPassedOfflineAndARunningOneWaits() {
        Registration submitted = people.someoneSubmitted(aProfile());
        long task = people.openTaskOf(submitted);
        assertThat(refusalOf(reviews.decideAtConsole(committee, task, APPROVE))).isEqualTo("REALNAME_CHECKING");
        assertThat(refusalOf(reviews.decideAtConsole(committee, task, pass()))).isEqualTo("REALNAME_CHECKING");
        people.checked(submitted, Result.MISMATCH);
        assertThat(refusalOf(reviews.decideAtConsole(committee, task, APPROVE))).isEqualTo("REALNAME_FAILED");
        assertThat(refusalOf(reviews.decideOnPage(ZHANG_SAN, task, pass()))).isEqualTo("REALNAME_FAILED");
        value(reviews.decideAtConsole(committee, task, pass()));
        assertThat(book.sheet(submitted.id()).orElseThrow().realName()).isEqualTo(RealName.State.OFFLINE);
        assertThat(stateOf(submitted)).isEqualTo(Registration.State.APPROVED);
        OfflinePass kept = offline.of(submitted.id()).orElseThrow();
        assertThat(kept.explanation()).isEqualTo("核对身份证原件");
        assertThat(kept.by()).isEqualTo("数学学院团委");
        assertThat(offline.open(committee, submitted.id(), kept.photos().get(0)))
                .isPresent();
        assertThat(count("audit WHERE action = 'offline-photo.viewed' AND subject_id = " + submitted.id()))
                .isEqualTo(1);
    }

    /** Break: in OfflineRows.attach, leave the actor out. */
    @Test
    void anOfflinePassTakesOnesOwnPicturesOnceAndOtherwiseChangesNothing() {
        Registration first = failed();
        Registration second = failed();
        long mine = value(offline.keep(committee, Photos.jpeg(40, 30)));
        long anothers = value(offline.keep(seat("org-account:9", "别处", 100, Seat.Role.ADMIN), Photos.jpeg(40, 30)));
        assertThat(refusalOf(reviews.decideAtConsole(committee, people.openTaskOf(first), pass(mine, anothers))))
                .isEqualTo("PHOTO_UNKNOWN");
        assertThat(stateOf(first)).isEqualTo(Registration.State.PENDING);
        value(reviews.decideAtConsole(committee, people.openTaskOf(first), pass(mine)));
        assertThat(refusalOf(reviews.decideAtConsole(committee, people.openTaskOf(second), pass(mine))))
                .isEqualTo("PHOTO_UNKNOWN");
        assertThat(refusalOf(offline.keep(committee, "GIF89a".getBytes()))).isEqualTo("PHOTO_INVALID");
        assertThat(refusalOf(OfflinePass.Proof.of("  ", List.of(mine)))).isEqualTo("EXPLANATION_MISSING");
        assertThat(refusalOf(OfflinePass.Proof.of("核对", List.of()))).isEqualTo("PHOTO_MISSING");
    }

    /** Break: in Submissions.identity, begin a check always. */
    @Test
    void anOverseasDocumentIsPassedOfflineAndStaysSoWhenTheMemberEditsSomethingElse() {
        Registration submitted = people.someoneSubmitted(aProfile().overseas("H12345679", "2005-03-14"));
        value(reviews.decideAtConsole(committee, people.openTaskOf(submitted), pass()));
        Profile wish = new JsonMapper().convertValue(Map.of("email", "ming@example.org"), Profile.class);
        value(edits.change(new Caller.OwnAccount(submitted.accountId()), wish));
        assertThat(book.sheet(submitted.id()).orElseThrow().realName()).isEqualTo(RealName.State.OFFLINE);
        assertThat(offline.of(submitted.id())).isPresent();
    }

    /** Break: in ReviewTaskRows.decide, leave out the state. */
    @Test
    void cardPageAndConsoleDecidingAtOnceMakeOneDecisionAndTheOthersHearByWhom() throws Exception {
        for (int round = 0; round < 8; round++) {
            long task = people.openTaskOf(people.someoneSubmitted(aProfile(), Result.MATCH));
            oneWins(
                    task,
                    List.of(
                            () -> reviews.decideOnPhone(ZHANG_SAN, task, APPROVE),
                            () -> reviews.decideOnPage(LI_SI, task, RETURN),
                            () -> reviews.decideAtConsole(committee, task, APPROVE),
                            () -> reviews.decideAtConsole(committee, task, RETURN)));
        }
    }

    /** Break: in RegistrationRows.approve, leave out the version and in ReviewTaskRows.decide the state. */
    @Test
    void offlinePassesAndReturnsAtOnceMakeOneDecision() throws Exception {
        for (int round = 0; round < 4; round++) {
            Registration submitted = failed();
            long task = people.openTaskOf(submitted);
            Decision one = pass();
            Decision other = pass();
            oneWins(
                    task,
                    List.of(
                            () -> reviews.decideAtConsole(committee, task, one),
                            () -> reviews.decideAtConsole(committee, task, other),
                            () -> reviews.decideOnPage(ZHANG_SAN, task, RETURN)));
            int passes = count("offline_pass WHERE registration_id = " + submitted.id());
            assertThat(passes).isEqualTo(stateOf(submitted) == Registration.State.APPROVED ? 1 : 0);
        }
    }

    private void oneWins(long task, List<Callable<Outcome<ReviewTask>>> doors) throws Exception {
        var pool = Executors.newFixedThreadPool(doors.size());
        List<Outcome<ReviewTask>> outcomes = new ArrayList<>();
        for (var answer : pool.invokeAll(doors)) {
            outcomes.add(answer.get());
        }
        pool.shutdown();
        String truth = reviews.truth(reviews.find(task).orElseThrow());
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        outcomes.stream().filter(Outcome.Refused.class::isInstance).forEach(lost -> assertThat(
                        ((Outcome.Refused<ReviewTask>) lost).first().text())
                .isEqualTo(truth)
                .matches("已由 (张三|李四|数学学院团委) 于 .* (同意|退回)"));
        assertThat(count("audit WHERE subject_kind = 'review-task' AND subject_id = " + task))
                .isEqualTo(1);
    }

    private Registration failed() {
        return people.someoneSubmitted(aProfile(), Result.MISMATCH);
    }

    private Decision pass(long... photos) {
        List<Long> ids = new ArrayList<>();
        for (long photo : photos) {
            ids.add(photo);
        }
        if (ids.isEmpty()) {
            ids.add(value(offline.keep(committee, Photos.jpeg(40, 30))));
        }
        return new Decision.PassOffline(value(OfflinePass.Proof.of("核对身份证原件", ids)));
    }

    private Caller.Reviewer seat(String actor, String name, long organisation, Seat.Role role) {
        return new Caller.Reviewer(
                new Seat(actor, name, organisations.find(organisation).orElseThrow(), role));
    }

    private Registration.State stateOf(Registration registration) {
        return registrations
                .mine(new Caller.OwnAccount(registration.accountId()))
                .orElseThrow()
                .state();
    }

    private int count(String where) {
        return database.queryForObject("SELECT COUNT(*) FROM " + where, Integer.class);
    }
}
