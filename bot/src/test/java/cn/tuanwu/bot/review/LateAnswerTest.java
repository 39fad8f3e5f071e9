package cn.tuanwu.bot.review;

import static cn.tuanwu.bot.review.ReviewStage.LI;
import static cn.tuanwu.bot.review.ReviewStage.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.bot.support.FakePlatforms.Call;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.bot.support.Phones.Sealed;
import cn.tuanwu.review.ReviewCard;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** No door waits for a reply: all that is to be said is pushed. */
@BotTest
@Import(ReviewStage.class)
@TestPropertySource(properties = "TUANWU_ANSWER_BUDGET=PT0S")
@Tag("edge")
class LateAnswerTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    ReviewStage stage;

    @Autowired
    Phones phones;

    @Autowired
    Calm calm;

    @BeforeEach
    void forgetTheLastTest() {
        calm.afterTheLastTest();
    }

    // Break: in InboxWorker.answer, leave out sayLater.
    @Test
    void aMembersAnswerComesAsACustomerServiceMessage() {
        assertThat(phones.say("openid-late", "报到").raw()).isEqualTo("success");
        assertThat(phones.send(phones.event("openid-scan-late", "SCAN", "no-such-code"))
                        .raw())
                .isEqualTo("success");
        await().atMost(SOON)
                .until(() -> chat("openid-late").size() == 1
                        && chat("openid-scan-late").size() == 1);
        assertThat(chat("openid-late").get(0)).contains("data-miniprogram-path", "scan=");
        assertThat(chat("openid-scan-late").get(0)).contains("没有找到这个报到码");
    }

    @Test
    void aColleaguesAnswerComesAsAText() {
        assertThat(phones.sayAtWork("zhangsan", "帮助").raw()).isEmpty();
        await().atMost(SOON).until(() -> stage.texts("zhangsan", "这里是团员报到审核").size() == 1);
    }

    // Break: in ReviewCardAnswerPush, leave out closeNow: the card closes seconds later.
    @Test
    void theTappedCardIsClosedWithTheCodeOfTheTap() {
        long task = stage.aTaskThatCanBeApproved();
        Sealed tap = phones.tapped("zhangsan", ReviewCard.platformTaskId(task, ZHANG), "approve", null);
        long start = System.nanoTime();
        assertThat(phones.send(tap).raw()).isEmpty();
        stage.awaitCard(task, ZHANG, ReviewCard.State.CLOSED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(4_500));
        assertThat(updates("zhangsan")).hasSize(1);
        assertThat(updates("zhangsan").get(0).body().path("response_code").asString())
                .startsWith("tap-");
    }

    // Break: in ReviewCardRows.tapped, don't keep the older code.
    @Test
    void whyATapDidNothingIsShownOnTheCardAndTheCardCanStillBeClosed() {
        long task = stage.aTaskThatCanBeApproved();
        phones.tap("lisi", ReviewCard.platformTaskId(task, LI), "return", null);
        await().atMost(SOON).until(() -> updates("lisi").size() == 1);
        Call note = updates("lisi").get(0);
        assertThat(note.body().toString()).contains("请先选择退回原因", "button_selection");
        assertThat(note.body().path("response_code").asString()).startsWith("code-");
        phones.tap("zhangsan", ReviewCard.platformTaskId(task, ZHANG), "approve", null);
        stage.awaitCard(task, LI, ReviewCard.State.CLOSED);
        assertThat(updates("lisi").get(1).body().path("response_code").asString())
                .startsWith("tap-");
    }

    private static List<Call> updates(String userid) {
        return BotWorld.PLATFORMS.calls("/cgi-bin/message/update_template_card").stream()
                .filter(call -> call.body().path("userids").path(0).asString("").equals(userid))
                .toList();
    }

    private static List<String> chat(String openid) {
        return BotWorld.PLATFORMS.calls("/cgi-bin/message/custom/send").stream()
                .map(Call::body)
                .filter(body -> body.path("touser").asString("").equals(openid))
                .map(body -> body.path("text").path("content").asString(""))
                .toList();
    }
}
