package cn.tuanwu.erasure;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.leaving.Leaving;
import cn.tuanwu.leaving.LeavingDesk;
import cn.tuanwu.leaving.Wish;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A request to be erased beside what else is asked about the same member. */
@RoomTest
@Tag("transfers")
class ErasureDeskTest {
    private static final Decision APPROVE = new Decision.Approve();
    private static final Wish DELETE = new Wish(Leaving.Kind.DELETION, "WRONG_BRANCH", "报错了支部", "名册");

    @Autowired
    ErasureDesk erasures;

    @Autowired
    Farewell farewell;

    @Autowired
    LeavingDesk leavings;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    private Registration member;
    private Caller.OwnAccount owner;

    @BeforeEach
    void aMember() {
        member = people.someoneApproved(aProfile(), ZHANG_SAN);
        owner = new Caller.OwnAccount(member.accountId());
    }

    /** Break: in ErasureErasing.erase, do nothing. */
    @Test
    void whatWaitsIsOverWhenTheWrongRegistrationIsDeleted() {
        long asked = value(erasures.ask(owner)).id();
        Leaving deletion = value(leavings.start(ZHANG_SAN, member.id(), DELETE));
        value(reviews.decideOnPhone(CHEN_JING, task(deletion), APPROVE));
        assertThat(registrations.mine(owner)).isEmpty();
        ErasureRequest over = erasures.latest(owner).orElseThrow();
        assertThat(over.id()).isEqualTo(asked);
        assertThat(over.state()).isEqualTo(ErasureRequest.State.WITHDRAWN);
        assertThat(over.reason()).isEqualTo("报到资料已删除");
        assertThat(taskState(asked)).isEqualTo("CANCELLED");
        assertThat(erasures.refusal(owner)).map(Refusal::code).contains("ERASURE_AT_ONCE");
    }

    /** Break: in ErasureErasing.erase, end what is agreed to as well. */
    @Test
    void whatWasAgreedToIsCarriedOutAllTheSame() {
        long agreed = value(erasures.ask(owner)).id();
        Leaving deletion = value(leavings.start(ZHANG_SAN, member.id(), DELETE));
        value(reviews.decideOnPhone(CHEN_JING, taskOfErasure(agreed), APPROVE));
        value(reviews.decideOnPhone(CHEN_JING, task(deletion), APPROVE));
        assertThat(erasures.latest(owner).orElseThrow().state()).isEqualTo(ErasureRequest.State.AGREED);
        farewell.carryOut(agreed);
        assertThat(erasures.latest(owner).orElseThrow().state()).isEqualTo(ErasureRequest.State.DONE);
    }

    /** Break: in ErasureHold.busy, let nothing be in the way of who left. */
    @Test
    void whoLeftIsToldWhatIsInTheWay() {
        Leaving leaving = value(leavings.start(ZHANG_SAN, member.id(), wish(Leaving.Kind.VOLUNTARY)));
        value(reviews.decideOnPhone(CHEN_JING, task(leaving), APPROVE));
        assertThat(erasures.refusal(owner)).isEmpty();

        value(erasures.ask(owner));
        assertThat(erasures.refusal(owner)).map(Refusal::code).contains("ERASURE_OPEN");
        assertThat(refusalOf(erasures.ask(owner))).isEqualTo("ERASURE_OPEN");
        value(erasures.withdraw(owner));
        assertThat(erasures.refusal(owner)).isEmpty();

        value(leavings.start(ZHANG_SAN, member.id(), wish(Leaving.Kind.RESTORE)));
        assertThat(erasures.refusal(owner)).map(Refusal::code).contains("LEAVING_OPEN");
        assertThat(refusalOf(erasures.ask(owner))).isEqualTo("LEAVING_OPEN");
    }

    private static Wish wish(Leaving.Kind kind) {
        return new Wish(kind, null, "本人申请", "申请书");
    }

    private long task(Leaving leaving) {
        return database.queryForObject("SELECT id FROM review_task WHERE live_leaving = ?", Long.class, leaving.id());
    }

    private long taskOfErasure(long erasure) {
        return database.queryForObject("SELECT id FROM review_task WHERE erasure_id = ?", Long.class, erasure);
    }

    private String taskState(long erasure) {
        return database.queryForObject("SELECT state FROM review_task WHERE erasure_id = ?", String.class, erasure);
    }
}
