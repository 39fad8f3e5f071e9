package cn.tuanwu.bot.capture;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.access.Caller;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.capture.Batch;
import cn.tuanwu.capture.CaptureDesk;
import cn.tuanwu.form.Form;
import cn.tuanwu.form.FormDesk;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Operators with paper in their hands, and members who lack a form. */
@TestComponent
class PictureStage {
    static final Duration SOON = Duration.ofSeconds(20);
    static final String ZHANG = "zhangsan";
    static final String LI = "lisi";
    private static final AtomicLong MESSAGES = new AtomicLong(System.nanoTime() / 1_000);

    private final People people;
    private final ReviewDesk reviews;
    private final CaptureDesk captures;
    private final FormDesk forms;
    private final Phones phones;
    private final JdbcTemplate database;

    PictureStage(
            People people,
            ReviewDesk reviews,
            CaptureDesk captures,
            FormDesk forms,
            Phones phones,
            JdbcTemplate database) {
        this.people = people;
        this.reviews = reviews;
        this.captures = captures;
        this.forms = forms;
        this.phones = phones;
        this.database = database;
    }

    /** No batch is open any more. */
    void nobodyCollects() {
        database.update("UPDATE capture_batch SET state = 'DROPPED', open_staff = NULL"
                + " WHERE state IN ('OPEN', 'ASIDE', 'FILING')");
        database.update("UPDATE outbox SET state = 'SKIPPED' WHERE state = 'DUE'");
    }

    String phoneOf(long registration) {
        long account =
                database.queryForObject("SELECT account_id FROM registration WHERE id = ?", Long.class, registration);
        return people.account(new Caller.OwnAccount(account)).phone().number();
    }

    /** Approved in the branch of both operators, without a form. */
    long aMember() {
        Registration registration = people.someoneSubmitted(aProfile(), RealName.Result.MATCH);
        long task = people.openTaskOf(registration);
        People.value(reviews.decideOnPhone(People.ZHANG_SAN, task, new Decision.Approve()));
        return registration.id();
    }

    static long nextMessage() {
        return MESSAGES.incrementAndGet();
    }

    /** Sends one picture; answers its media id. */
    String send(String userid, byte[] picture) {
        return send(userid, Instant.now(), List.of(picture)).get(0);
    }

    /**
     * Sends pictures at one go, so that nobody asks about them in between; answers their media ids. In the second before: a
     * chat rests for more than one before anything is told, here for less.
     */
    List<String> sendAll(String userid, byte[]... pictures) {
        return send(userid, Instant.now().minusSeconds(1), List.of(pictures));
    }

    /** Sends one a moment later than what was said last: the platform tells whole seconds. */
    String sendLater(String userid, byte[] picture) {
        return send(userid, Instant.now().plusSeconds(1), List.of(picture)).get(0);
    }

    private List<String> send(String userid, Instant at, List<byte[]> pictures) {
        List<Long> messages = pictures.stream().map(picture -> nextMessage()).toList();
        for (int i = 0; i < pictures.size(); i++) {
            BotWorld.PLATFORMS.keep("media-" + messages.get(i), pictures.get(i));
        }
        messages.parallelStream()
                .forEach(message ->
                        phones.send(phones.pictured(userid, at.getEpochSecond(), message, "media-" + message)));
        return messages.stream().map(message -> "media-" + message).toList();
    }

    Batch open(Caller.Staff operator) {
        return captures.open(operator).orElseThrow();
    }

    /** Waits until all of this many pages were looked at. */
    Batch looked(Caller.Staff operator, int pages) {
        await().atMost(SOON).until(() -> captures.open(operator)
                .filter(batch -> batch.pages().size() == pages
                        && batch.numbers(Batch.PageState.WAITING).isEmpty())
                .isPresent());
        return open(operator);
    }

    /** The newest card about this batch. */
    JsonNode card(long batch, int atLeast) {
        await().atMost(SOON).until(() -> cards(batch).size() >= atLeast);
        List<JsonNode> all = cards(batch);
        return all.get(all.size() - 1).path("template_card");
    }

    private static List<JsonNode> cards(long batch) {
        return BotWorld.PLATFORMS.wecomMessages("form-" + batch + "-");
    }

    JsonNode text(String holding) {
        await().atMost(SOON).until(() -> !texts(holding).isEmpty());
        return texts(holding).get(0);
    }

    private static List<JsonNode> texts(String holding) {
        return BotWorld.PLATFORMS.wecomMessages(holding).stream()
                .filter(message -> message.path("msgtype").asString("").equals("text"))
                .toList();
    }

    String tap(String userid, JsonNode card, String key, Long member) {
        String task = card.path("task_id").asString("");
        String option = member == null ? null : Long.toString(member);
        return phones.send(phones.tapped(userid, task, key, CaptureFace.MEMBER, option))
                .message();
    }

    List<Form> forms(long registration) {
        return forms.history(People.ZHANG_SAN, registration);
    }

    Form filed(long registration) {
        await().atMost(SOON).until(() -> !forms(registration).isEmpty());
        return forms(registration).get(0);
    }
}
