package cn.tuanwu.bot.push;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.bot.support.FakePlatforms;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is not true any more is not said, and what may have been said already is not said again. */
@BotTest
@Tag("edge")
class OutdatedPushTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SEND = "/cgi-bin/message/send";
    private static final String UPDATE = "/cgi-bin/message/update_template_card";
    private static final String STOP = "{tuanwu:stop}:WECOM:message/send";
    private static final FakePlatforms PLATFORMS = BotWorld.PLATFORMS;

    @Autowired
    People people;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    CardDesk cards;

    @Autowired
    SmsCodes smsCodes;

    @Autowired
    List<PushHandler> handlers;

    @Autowired
    JdbcTemplate database;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    Calm calm;

    @BeforeEach
    void forgetTheLastTest() {
        calm.afterTheLastTest();
    }

    /** Break: in CardDesk.closeAll, don't cancel the sending. */
    @Test
    void aTaskDecidedBeforeItsCardsWereSentIsNotAnnounced() {
        redis.opsForValue().set(STOP, Long.toString(System.currentTimeMillis() + 3_600_000));
        try {
            long task = aTask();
            String cardsOf = "kind = 'REVIEW_CARD' AND subject_id = " + task;
            await().atMost(SOON).until(() -> count(cardsOf + " AND state = 'DUE' AND last_error LIKE '%45009%'") == 2);
            returned(task);
            assertThat(count(cardsOf + " AND state = 'SKIPPED'")).isEqualTo(2);
            assertThat(PLATFORMS.calls(SEND)).isEmpty();
        } finally {
            redis.delete(STOP);
            database.update("UPDATE outbox SET state = 'SKIPPED' WHERE state = 'DUE' AND last_error LIKE '%45009%'");
        }
    }

    /** Break: in ReviewCardPush.send, don't look whether the task is open. */
    @Test
    void aWorkerWhoHadTheCardAlreadyFindsTheTaskDecided() {
        long task = aTask();
        awaitSent(task);
        database.update("UPDATE review_card SET state = 'DUE' WHERE task_id = ? AND staff_id = 202", task);
        returned(task);
        int before = PLATFORMS.calls(SEND).size();
        assertThat(handler().send(claimed(task, 202))).isEqualTo(Next.skip("decided or sent before"));
        assertThat(PLATFORMS.wecomMessages("review-" + task)).hasSizeLessThanOrEqualTo(before);
        assertThat(PLATFORMS.wecomMessages("review-" + task + "-202")).hasSize(1);
    }

    /** Break: in ReviewCardPush.send, don't look whether the card is DUE. */
    @Test
    void aCardThatWasSentOrReplacedIsSkipped() {
        long task = aTask();
        awaitSent(task);
        assertThat(handler().send(claimed(task, 201))).isEqualTo(Next.skip("decided or sent before"));
        database.update("UPDATE review_card SET state = 'SUPERSEDED' WHERE task_id = ? AND staff_id = 201", task);
        assertThat(handler().send(claimed(task, 201))).isEqualTo(Next.skip("decided or sent before"));
        assertThat(PLATFORMS.wecomMessages("review-" + task + "-201")).hasSize(1);
    }

    /** Break: in ReviewCardClosePush.spent, take each for lost. */
    @Test
    void aCodeThatIsSpentAfterAnUnknownEndWasSpentByUs() {
        long task = aTask();
        awaitSent(task);
        PLATFORMS.next(UPDATE, 502, "<html>bad gateway</html>");
        PLATFORMS.nextRefuses(UPDATE, 60140);
        database.update("UPDATE review_card SET state = 'CLOSED' WHERE task_id = ? AND staff_id = 201", task);
        returned(task);
        await().atMost(SOON).until(() -> cards.find(task, 202).orElseThrow().state() == ReviewCard.State.CLOSED);
        assertThat(count("kind = 'REVIEW_CARD_NOTICE' AND subject_id = " + task))
                .isZero();
    }

    /** Break: in SmsCodePush.send, take any answer for a good one. */
    @Test
    void anAnswerThatNamesNoMessageIsNone() {
        String phone = Identities.phone();
        PLATFORMS.next("/sms/send", 200, "");
        PLATFORMS.next("/sms/send", 200, "{\"errcode\":-1}");
        smsCodes.send(phone);
        await().atMost(SOON).until(() -> PLATFORMS.calls("/sms/send").size() == 3);
        await().atMost(SOON).until(() -> count("kind = 'SMS_CODE' AND state IN ('DUE', 'CLAIMED')") == 0);
        assertThat(PLATFORMS.calls("/sms/send")).hasSize(3);
    }

    private long aTask() {
        return people.openTaskOf(people.someoneSubmitted(aProfile()));
    }

    private void awaitSent(long task) {
        await().atMost(SOON).until(() -> List.of(201L, 202L).stream()
                .allMatch(staff -> cards.find(task, staff).orElseThrow().state() == ReviewCard.State.SENT));
    }

    private void returned(long task) {
        People.value(reviews.decideOnPhone(People.ZHANG_SAN, task, new Decision.SendBack(ReturnReason.NO_RECORD)));
    }

    private PushHandler handler() {
        return handlers.stream()
                .filter(one -> one.kind() == PushKind.REVIEW_CARD)
                .findFirst()
                .orElseThrow();
    }

    private static Claimed claimed(long task, long staff) {
        return new Claimed(1, PushKind.REVIEW_CARD, task, Long.toString(staff), 1, 0);
    }

    private int count(String where) {
        return database.queryForObject("SELECT COUNT(*) FROM outbox WHERE " + where, Integer.class);
    }
}
