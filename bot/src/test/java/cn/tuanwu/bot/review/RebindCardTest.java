package cn.tuanwu.bot.review;

import static cn.tuanwu.bot.review.ReviewStage.LI;
import static cn.tuanwu.bot.review.ReviewStage.ZHANG;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.bot.support.FakePlatforms;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.rebind.RebindDesk;
import cn.tuanwu.registration.Identification.Claim;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A re-binding comes as a card of its own kind, and both phones are told by SMS. */
@BotTest
@Import(ReviewStage.class)
@Tag("registration")
class RebindCardTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    ReviewStage stage;

    @Autowired
    Calm calm;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    RebindDesk rebinds;

    @Autowired
    SmsCodes codes;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void forgetTheLastTest() {
        calm.afterTheLastTest();
    }

    /** Break: show the phones unmasked in RebindFace.fill; leave out pushes.tell of the old phone in Handover.approve. */
    @Test
    @DisplayName("§2 the card shows both phones and the name masked; approved, the old and the new phone hear of it")
    void theCardIsMaskedAndBothPhonesAreTold() {
        String document = Identities.residentId(LocalDate.of(2003, 5, 6));
        Registration member = people.someoneSubmitted(aProfile().document(document), Result.MATCH);
        String old = people.account(new Caller.OwnAccount(member.accountId()))
                .phone()
                .number();
        String fresh = Identities.phone();
        People.value(codes.send(fresh, SmsCodes.Purpose.REBIND, null));
        long code = database.queryForObject("SELECT MAX(id) FROM sms_code", Long.class);
        Claim claim = new Claim("欧阳明", "RESIDENT_ID", document);
        People.value(rebinds.open(People.value(
                rebinds.judge(fresh, codes.message(code).orElseThrow().code(), claim, null))));
        long task = database.queryForObject("SELECT MAX(id) FROM review_task WHERE kind = 'REBINDING'", Long.class);
        stage.awaitCard(task, ZHANG, ReviewCard.State.SENT);
        stage.awaitCard(task, LI, ReviewCard.State.SENT);
        JsonNode card = stage.sentCard(task, LI).path("template_card");
        assertThat(card.at("/main_title/title").asString()).isEqualTo("团员手机号换绑待审核");
        assertThat(card.toString())
                .contains("欧**", masked(old), masked(fresh), "本人没有申请换绑", "请先与团员本人核实")
                .doesNotContain("欧阳", old, fresh, document, "查无入团记录");
        People.value(reviews.decideOnPhone(People.LI_SI, task, new Decision.Approve()));
        await().atMost(SOON).until(() -> texts(fresh).stream().anyMatch(text -> text.contains("已换绑")));
        await().atMost(SOON).until(() -> texts(old).size() == 2);
        assertThat(texts(old).get(0)).contains("有人申请", masked(fresh));
        assertThat(texts(old).get(1)).contains("如非本人操作").doesNotContain(fresh);
        stage.awaitCard(task, ZHANG, ReviewCard.State.CLOSED);
    }

    private static List<String> texts(String phone) {
        return BotWorld.PLATFORMS.calls("/sms/send").stream()
                .map(FakePlatforms.Call::body)
                .filter(body -> body.path("phone").asString().equals(phone))
                .map(body -> body.path("text").asString())
                .filter(text -> !text.contains("验证码"))
                .toList();
    }

    private static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }
}
