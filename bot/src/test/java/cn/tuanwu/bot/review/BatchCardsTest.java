package cn.tuanwu.bot.review;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.access.Caller;
import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.graduation.BatchStarting;
import cn.tuanwu.graduation.GraduateBatch;
import cn.tuanwu.graduation.GraduateBatchDesk;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.BatchDeciding;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewBatch;
import cn.tuanwu.review.ReviewBatchDesk;
import cn.tuanwu.review.WaitingDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.Seats;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.Wish;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Very many transfers at once are one thing to say to whoever decides them, and one to those above. */
@BotTest
@Import({ReviewStage.class, Seats.class})
@Tag("transfers")
class BatchCardsTest {
    private static final int MANY = "full".equals(System.getProperty("proof")) ? 300 : 45;
    private static final long ZHAO = People.ZHAO_MIN.staffId();

    @Autowired
    GraduateBatchDesk batches;

    @Autowired
    BatchStarting starting;

    @Autowired
    ReviewBatchDesk reviewBatches;

    @Autowired
    BatchDeciding deciding;

    @Autowired
    WaitingDesk waiting;

    @Autowired
    ReviewStage stage;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Calm calm;

    @BeforeEach
    void nothingWaitsFromTheLastTest() {
        calm.afterTheLastTest();
        database.update("UPDATE review_card SET state = 'CLOSED' WHERE state IN ('DUE', 'SENT')");
    }

    // Break: in ReviewCardPush.send, don't look whether there is a batch; in Deciding.tell, tell of each.
    @Test
    void aBatchIsOneDigestForItsDecidersAndOneNoticeForThoseAbove() {
        List<Long> members = IntStream.range(0, MANY)
                .mapToObj(i -> people.someoneApproved(aProfile(), People.ZHANG_SAN))
                .map(Registration::id)
                .toList();
        await().atMost(Duration.ofSeconds(60)).until(() -> due() == 0);
        long before = toldZhao();
        Caller.Reviewer branch = seats.reviewer(People.MATHS_2301);
        long batch = People.value(batches.choose(
                branch, members, new Wish(Transfer.Kind.INSIDE, Transfer.Reason.STUDY, null, null, 1002L, null)));
        People.value(starting.check(branch, batch, done -> {}));
        People.value(batches.confirm(branch, batch));
        GraduateBatch started = People.value(starting.start(branch, batch, done -> {}));
        assertThat(started.started()).isEqualTo(MANY);
        await().atMost(Duration.ofSeconds(60)).until(() -> due() == 0);
        database.update(
                "UPDATE outbox SET next_at = UTC_TIMESTAMP(3) WHERE kind = 'REVIEW_DIGEST' AND subject_id = ?"
                        + " AND state = 'DUE' AND next_at < DATE_ADD(UTC_TIMESTAMP(3), INTERVAL 5 MINUTE)",
                ZHAO);
        stage.awaitSaid(PushKind.REVIEW_DIGEST, ZHAO);
        assertThat(stage.texts("zhaomin", "您有 " + MANY + " 条待审核")).hasSize(1);
        assertThat(waiting.count(ZHAO)).isEqualTo(MANY);
        long told = toldZhao() - before;
        assertThat(told).isLessThanOrEqualTo(WaitingDesk.DIGEST_ABOVE + 1);
        Caller.Reviewer above = seats.reviewer(Seats.MATHS);
        long decision = People.value(reviewBatches.chooseTogether(above, batch, new Decision.Approve()));
        ReviewBatch decided = People.value(deciding.decide(above, decision, done -> {}));
        assertThat(List.of(decided.decided(), decided.refused())).containsExactly(MANY, 0);
        stage.awaitSaid(PushKind.REVIEW_BATCH_NOTICE, decision);
        assertThat(stage.texts("chenjing", "批量同意了 " + MANY + " 条")).hasSize(1);
        assertThat(stage.texts("chenjing", "【组织关系转接审核】")).isEmpty();
        System.out.println(MANY + " transfers at once: " + told + " messages to their decider");
    }

    private static long toldZhao() {
        return BotWorld.PLATFORMS.wecomMessages("zhaomin").stream()
                .filter(message -> message.path("touser").asString().equals("zhaomin"))
                .count();
    }

    private int due() {
        return database.queryForObject(
                "SELECT COUNT(*) FROM outbox WHERE state IN ('DUE', 'CLAIMED') AND kind NOT LIKE '%CLOSE'"
                        + " AND next_at <= DATE_ADD(UTC_TIMESTAMP(3), INTERVAL 10 SECOND)",
                Integer.class);
    }
}
