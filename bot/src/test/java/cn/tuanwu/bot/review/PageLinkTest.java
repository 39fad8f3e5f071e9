package cn.tuanwu.bot.review;

import static cn.tuanwu.bot.review.ReviewStage.LI;
import static cn.tuanwu.bot.review.ReviewStage.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.ReviewCard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Where 查看详情 stands and where it leads. */
@BotTest
@Import(ReviewStage.class)
@Tag("edge")
class PageLinkTest {
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

    // Break: in CardFace.open or CardFace.closed, leave out withPage.
    @Test
    void theCardLeadsToItsPageBeforeAndAfterTheDecision() {
        long task = stage.aTaskThatCanBeApproved();
        JsonNode jump =
                stage.sentCard(task, LI).path("template_card").path("jump_list").path(0);
        assertThat(jump.path("title").asString()).isEqualTo("查看详情");
        assertThat(jump.path("type").asInt()).isEqualTo(1);
        assertThat(jump.path("url").asString()).isEqualTo(page(task));
        assertThat(phones.tap("zhangsan", ReviewCard.platformTaskId(task, ZHANG), "approve", null)
                        .message())
                .contains("<JumpList>", "<Url><![CDATA[" + page(task) + "]]></Url>", "<ReplaceText>");
        stage.awaitCard(task, LI, ReviewCard.State.CLOSED);
    }

    @Test
    void noCardOffersAReasonThatNeedsWords() {
        long task = stage.aTaskThatCanBeApproved();
        assertThat(stage.sentCard(task, LI).path("template_card").toString()).doesNotContain("OTHER");
        assertThat(phones.tap("lisi", ReviewCard.platformTaskId(task, LI), "return", "OTHER")
                        .message())
                .contains("请先选择退回原因");
        assertThat(stage.task(task).isOpen()).isTrue();
    }

    @Test
    void aReminderLeadsThereToo() {
        long task = stage.aTaskThatCanBeApproved();
        stage.isDue(PushKind.REVIEW_REMINDER, task);
        stage.awaitSaid(PushKind.REVIEW_REMINDER, task);
        assertThat(stage.texts("lisi", "待审核提醒")
                        .get(0)
                        .path("text")
                        .path("content")
                        .asString())
                .contains("<a href=\"" + page(task) + "\">查看详情</a>");
    }

    private static String page(long task) {
        return "https://tuan.example.org/m/#/reviews/" + task;
    }
}
