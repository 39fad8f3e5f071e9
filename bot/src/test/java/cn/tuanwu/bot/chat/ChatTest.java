package cn.tuanwu.bot.chat;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people type or choose in a menu, and what they hear. */
@BotTest
@Tag("edge")
class ChatTest {
    @Autowired
    Phones phones;

    @Autowired
    People people;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void nothingWaitsFromTheLastTest() {
        database.update("UPDATE review_card SET state = 'CLOSED' WHERE state IN ('DUE', 'SENT')");
    }

    // Break: in ReviewTaskRows.waitingFor, count decided tasks too; in WaitingWords.line, show more than the sheet.
    @Test
    void anOperatorHearsHowManyWaitAndTheNewestFiveMasked() {
        assertThat(atWork("lisi", "待审核")).contains("目前没有待您审核的报到");
        for (int i = 0; i < 6; i++) {
            people.someoneSubmitted(aProfile());
        }
        long decided = people.openTaskOf(people.someoneSubmitted(aProfile().named("司马光明")));
        Outcome<ReviewTask> back =
                reviews.decideOnPhone(People.LI_SI, decided, new Decision.SendBack(ReturnReason.NO_RECORD));
        assertThat(back).isInstanceOf(Outcome.Done.class);
        String words = atWork("lisi", " 待审核 ");
        assertThat(words).contains("待您审核 6 条，最新 5 条").doesNotContain("欧阳明", "司马");
        assertThat(words.split("· 欧\\*\\*，数学2301团支部")).hasSize(6);
        assertThat(atWork("lisi", "进度")).contains("退回 1 条；还有 6 条待审核");
    }

    // Break: in WeComChat.words, answer whoever asks.
    @Test
    void someoneNotOnTheRosterHearsNothingOfAnyone() {
        people.someoneSubmitted(aProfile());
        assertThat(atWork("nobody", "待审核")).contains("不在审核人员名单").doesNotContain("欧");
    }

    @Test
    void theMenuAtWorkSpeaksLikeTheWords() {
        String click = "<FromUserName>lisi</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType>"
                + "<Event>click</Event><EventKey>WAITING</EventKey><AgentID>1000002</AgentID>";
        assertThat(phones.send(phones.weCom(click)).message()).contains("待您审核的报到");
        assertThat(atWork("lisi", "帮助")).contains("回复“待审核”");
        assertThat(atWork("lisi", "天气")).contains("没有听懂");
    }

    // Break: in OfficialAccountChat.words, leave out the menu's keys.
    @Test
    void theMenuOfTheOfficialAccountLeadsInAndToTheStatus() {
        assertThat(menu("REGISTER")).contains("点此开始报到");
        assertThat(menu("STATUS")).contains("data-miniprogram-path=\"pages/status/status\"", "点此查看审核进度");
        assertThat(menu("HELP")).contains("回复“进度”");
        assertThat(menu("FAQ")).contains("· 校验失败\n· 实名");
        assertThat(phones.say("openid-chat", "进度").message()).contains("pages/status/status");
    }

    // Break: in Faq.answer, compare for equality; or keep the entries from the first time.
    @Test
    void aQuestionIsAnsweredByTheFirstKeywordInItAndEntriesCanBeEdited() {
        assertThat(asked("请问实名认证要多久？")).contains("72 小时内");
        assertThat(asked("实名校验失败了")).contains("线下核验");
        assertThat(asked("怎么撤回报到")).contains("点“撤回报到”");
        assertThat(asked("我换了手机号")).contains("原报到手机号");
        assertThat(asked("资料被退回怎么办")).contains("退回原因");
        assertThat(asked("食堂几点开门")).contains("没有找到相关内容");
        database.update("INSERT INTO faq (keyword, answer, position) VALUES ('食堂', '请问后勤。', 5)");
        assertThat(asked("食堂几点开门")).contains("请问后勤。");
        database.update("DELETE FROM faq WHERE keyword = '食堂'");
    }

    private String atWork(String userid, String words) {
        return phones.sayAtWork(userid, words).message();
    }

    private String asked(String words) {
        return phones.say("openid-chat", words).message();
    }

    private String menu(String key) {
        return phones.send(phones.event("openid-chat", "CLICK", key)).message();
    }
}
