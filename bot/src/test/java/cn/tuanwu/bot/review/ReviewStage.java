package cn.tuanwu.bot.review;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.FakePlatforms;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.realname.RealNameDesk;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.People;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Someone has submitted, both operators hold their card. */
@TestComponent
class ReviewStage {
    static final long ZHANG = People.ZHANG_SAN.staffId();
    static final long LI = People.LI_SI.staffId();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CHECK = "/realname/check";
    private static final FakePlatforms PLATFORMS = BotWorld.PLATFORMS;

    private final People people;
    private final ReviewDesk reviews;
    private final CardDesk cards;
    private final RealNameDesk checks;
    private final JdbcTemplate database;

    ReviewStage(People people, ReviewDesk reviews, CardDesk cards, RealNameDesk checks, JdbcTemplate database) {
        this.people = people;
        this.reviews = reviews;
        this.cards = cards;
        this.checks = checks;
        this.database = database;
    }

    /** The provider says the pair matches. */
    long aTaskThatCanBeApproved() {
        return aTask(RealName.State.PASSED);
    }

    long aTaskStillChecking() {
        PLATFORMS.next(CHECK, 503, "");
        int before = PLATFORMS.calls(CHECK).size();
        long task = aTask(RealName.State.CHECKING);
        await().atMost(SOON).until(() -> PLATFORMS.calls(CHECK).size() > before);
        return task;
    }

    long aTaskWithAFailedCheck() {
        PLATFORMS.next(CHECK, 200, "{\"result\":\"MISMATCH\"}");
        PLATFORMS.next(CHECK, 200, "{\"result\":\"MISMATCH\"}");
        return aTask(RealName.State.FAILED);
    }

    ReviewTask task(long id) {
        return reviews.find(id).orElseThrow();
    }

    ReviewCard.State card(long task, long staff) {
        return cards.find(task, staff).orElseThrow().state();
    }

    void awaitCard(long task, long staff, ReviewCard.State state) {
        await().atMost(SOON).until(() -> card(task, staff) == state);
    }

    /** The updates of one operator's cards that were asked of the platform. */
    long updates(String userid) {
        return PLATFORMS.calls("/cgi-bin/message/update_template_card").stream()
                .map(FakePlatforms.Call::body)
                .map(body -> body.path("userids").path(0).asString(""))
                .filter(userid::equals)
                .count();
    }

    JsonNode sentCard(long task, long staff) {
        return PLATFORMS.wecomMessages(ReviewCard.platformTaskId(task, staff)).get(0);
    }

    /** Makes a push due that waits for a day to come. */
    void isDue(PushKind kind, long task) {
        database.update(
                "UPDATE outbox SET next_at = UTC_TIMESTAMP(3) WHERE kind = ? AND subject_id = ? AND state = 'DUE'",
                kind.name(),
                task);
    }

    /** Nobody touched this operator's card for three days. */
    void untouchedForThreeDays(long task, long staff) {
        database.update(
                "UPDATE review_card SET response_code_at = DATE_SUB(UTC_TIMESTAMP(3), INTERVAL 72 HOUR)"
                        + " WHERE task_id = ? AND staff_id = ?",
                task,
                staff);
    }

    /** Texts to one operator about one task's member that hold these words. */
    List<JsonNode> texts(String userid, String holding) {
        return PLATFORMS.wecomMessages(holding).stream()
                .filter(message -> message.path("msgtype").asString().equals("text"))
                .filter(message -> message.path("touser").asString().equals(userid))
                .toList();
    }

    /** No push of this kind is left for the task. */
    void awaitSaid(PushKind kind, long task) {
        await().atMost(SOON)
                .until(() -> database.queryForObject(
                                "SELECT COUNT(*) FROM outbox WHERE kind = ? AND subject_id = ?"
                                        + " AND state IN ('DUE', 'CLAIMED')"
                                        + " AND next_at <= DATE_ADD(UTC_TIMESTAMP(3), INTERVAL 1 MINUTE)",
                                Integer.class,
                                kind.name(),
                                task)
                        == 0);
    }

    long aTask(Registration submitted) {
        long task = people.openTaskOf(submitted);
        awaitCard(task, ZHANG, ReviewCard.State.SENT);
        awaitCard(task, LI, ReviewCard.State.SENT);
        return task;
    }

    private long aTask(RealName.State check) {
        Registration submitted = people.someoneSubmitted(aProfile());
        long task = people.openTaskOf(submitted);
        awaitCard(task, ZHANG, ReviewCard.State.SENT);
        awaitCard(task, LI, ReviewCard.State.SENT);
        await().atMost(SOON)
                .until(() ->
                        checks.find(submitted.realName().id()).orElseThrow().state() == check);
        return task;
    }
}
