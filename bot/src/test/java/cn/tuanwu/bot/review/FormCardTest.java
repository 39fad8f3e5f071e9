package cn.tuanwu.bot.review;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.bot.support.FakePlatforms;
import cn.tuanwu.form.Form;
import cn.tuanwu.form.FormDesk;
import cn.tuanwu.form.FormDesk.Incoming;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A form that is to replace another comes as a card to the superior; whoever handed it in hears the end. */
@BotTest
@Import(ReviewStage.class)
@Tag("forms")
class FormCardTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    ReviewStage stage;

    @Autowired
    Calm calm;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    FormDesk forms;

    @Autowired
    PushDesk pushes;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void forgetTheLastTest() {
        calm.afterTheLastTest();
        database.update("UPDATE outbox SET state = 'SKIPPED' WHERE kind = 'FORM_REMINDER'");
    }

    /** Break: leave pushes.tell out of Replacement.done; send FORM_RESULT to the decider. */
    @Test
    void theSuperiorsCardTellsBothPapersAndTheUploaderHearsWhy() {
        Registration member = people.someoneApproved(aProfile(), ZHANG_SAN);
        value(forms.file(ZHANG_SAN, member.id(), paper()));
        Form second = value(forms.file(ZHANG_SAN, member.id(), paper()));
        long task = database.queryForObject("SELECT id FROM review_task WHERE form_id = ?", Long.class, second.id());
        stage.awaitCard(task, CHEN_JING.staffId(), ReviewCard.State.SENT);
        JsonNode card = stage.sentCard(task, CHEN_JING.staffId()).path("template_card");
        assertThat(card.at("/main_title/title").asString()).isEqualTo("团员志愿书更换待审核");
        assertThat(card.toString())
                .contains("欧**", "第 2 份，共 4 页", "第 1 份，共 4 页", "上传人", "张三", "缺少印章", "原志愿书留作历史")
                .doesNotContain("欧阳", "查无入团记录");
        value(reviews.decideOnPhone(CHEN_JING, task, new Decision.SendBack(ReturnReason.STAMP_MISSING)));
        await().atMost(SOON).until(() -> !texts("zhangsan", "志愿书").isEmpty());
        assertThat(texts("zhangsan", "志愿书").get(0))
                .contains("欧**", "已由 陈静", "退回，原志愿书不变", "缺少印章")
                .doesNotContain("欧阳");
        stage.awaitCard(task, CHEN_JING.staffId(), ReviewCard.State.CLOSED);
    }

    /** Break: count what is missing without its day in ReminderRows.open. */
    @Test
    void whoIsRemindedReadsHowManyAreOverdue() {
        people.someoneApproved(aProfile(), ZHANG_SAN);
        LocalDate today = ChinaTime.date(Instant.now());
        String week =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
        database.update("DELETE FROM form_count");
        database.update("DELETE FROM form_reminder");
        database.update(
                "INSERT INTO form_count (organisation_id, state, due, slot, members) VALUES (1001, 'MISSING', ?, 1, 2),"
                        + " (1001, 'MISSING', ?, 2, 1), (1001, 'MISSING', ?, 3, 5)",
                today.minusDays(1),
                today.plusDays(3),
                today.plusDays(9));
        database.update("INSERT INTO form_reminder (branch_id, week, staff_id) VALUES (1001, ?, 202)", week);
        String key = "FORM_REMINDER:test:" + UUID.randomUUID();
        pushes.enqueue(new Push(PushKind.FORM_REMINDER, 202, week, key, Duration.ZERO));
        await().atMost(SOON).until(() -> !texts("lisi", "志愿书").isEmpty());
        assertThat(texts("lisi", "志愿书").get(0))
                .contains("南岭大学数学学院2301团支部有 2 名团员的入团志愿书已超过期限，有 1 名团员的入团志愿书将在 7 天内到期", "/m/#/forms");
    }

    private static Incoming paper() {
        byte[] bytes = UUID.randomUUID().toString().getBytes();
        return new Incoming(bytes, bytes, 4, Form.Source.CHAT);
    }

    private static List<String> texts(String userid, String about) {
        return BotWorld.PLATFORMS.calls("/cgi-bin/message/send").stream()
                .map(FakePlatforms.Call::body)
                .filter(body -> body.path("touser").asString().equals(userid))
                .map(body -> body.at("/text/content").asString())
                .filter(text -> text.startsWith("【" + about + "】"))
                .toList();
    }
}
