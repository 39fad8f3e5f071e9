package cn.tuanwu.bot.review;

import static cn.tuanwu.bot.review.ReviewStage.LI;
import static cn.tuanwu.bot.review.ReviewStage.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.access.Caller;
import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.registration.EditDesk;
import cn.tuanwu.registration.Profile;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.People;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A change after the approval comes as a card of its own kind. */
@BotTest
@Import(ReviewStage.class)
@Tag("registration")
class EditCardTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    ReviewStage stage;

    @Autowired
    Calm calm;

    @BeforeEach
    void forgetTheLastTest() {
        calm.afterTheLastTest();
    }

    @Autowired
    ReviewDesk reviews;

    @Autowired
    RegistrationBook book;

    @Autowired
    EditDesk edits;

    @Autowired
    JdbcTemplate database;

    private final JsonMapper json = new JsonMapper();

    /** Break: draw the rows of a registration in CardFace.rows whatever the task's kind. */
    @Test
    @DisplayName("§3 the branch's card of an edit shows old → new, six rows at most")
    void anEditsCardShowsOldAndNew() {
        Caller.OwnAccount member = anApprovedMember();
        edits.change(
                member,
                wish(Map.of(
                        "income",
                        "2",
                        "politicalStatus",
                        "02",
                        "cadre",
                        true,
                        "duty",
                        "01",
                        "dutySince",
                        "2024-09",
                        "dutyKind",
                        "2")));
        long task = openTaskOf(member);
        stage.awaitCard(task, ZHANG, ReviewCard.State.SENT);
        stage.awaitCard(task, LI, ReviewCard.State.SENT);
        JsonNode card = stage.sentCard(task, LI).path("template_card");
        assertThat(card.at("/main_title/title").asString()).isEqualTo("团员资料修改待审核");
        Map<String, String> rows = new HashMap<>();
        card.path("horizontal_content_list")
                .forEach(row -> rows.put(
                        row.path("keyname").asString(), row.path("value").asString()));
        assertThat(rows)
                .hasSize(6)
                .containsEntry("姓名", "欧**")
                .containsEntry("收入档", "未填 → 2000–5000 元")
                .containsEntry("政治面貌", "共青团员 → 中共预备党员");
        assertThat(card.path("sub_title_text").asString()).isEqualTo("另有 2 项修改未列出。");
        reviews.decideOnPhone(People.LI_SI, task, new Decision.Approve());
        await().atMost(SOON)
                .until(() -> BotWorld.PLATFORMS.wecomMessages("【资料修改审核】").size() == 1);
        assertThat(stage.task(task).state()).isEqualTo(ReviewTask.State.APPROVED);
    }

    @Test
    @DisplayName("§3 the superior's card of a correction masks names and numbers")
    void aCorrectionsCardIsMasked() {
        Caller.OwnAccount member = anApprovedMember();
        edits.correct(member, wish(Map.of("name", "欧阳鸣")), "户口簿，身份证号 110105194912310021", List.of());
        long task = openTaskOf(member);
        stage.awaitCard(task, People.CHEN_JING.staffId(), ReviewCard.State.SENT);
        String card = stage.sentCard(task, People.CHEN_JING.staffId()).toString();
        assertThat(card)
                .contains("团员资料更正待审核", "欧** → 欧**", "依据：户口簿，身份证号 ***")
                .doesNotContain("欧阳", "110105194912310021");
    }

    private Caller.OwnAccount anApprovedMember() {
        long task = stage.aTaskThatCanBeApproved();
        reviews.decideOnPhone(People.ZHANG_SAN, task, new Decision.Approve());
        return new Caller.OwnAccount(
                book.sheet(stage.task(task).registrationId()).orElseThrow().accountId());
    }

    private long openTaskOf(Caller.OwnAccount member) {
        return database.queryForObject(
                "SELECT t.id FROM review_task t JOIN registration r ON r.id = t.live_registration WHERE r.account_id = ?",
                Long.class,
                member.accountId());
    }

    private Profile wish(Map<String, ?> fields) {
        return json.convertValue(fields, Profile.class);
    }
}
