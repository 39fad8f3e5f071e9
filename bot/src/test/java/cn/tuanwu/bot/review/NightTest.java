package cn.tuanwu.bot.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.QuietHours;
import cn.tuanwu.support.People;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

/** It is night, whatever the clock of the machine says. */
@BotTest
@Import({ReviewStage.class, NightTest.Night.class})
@Tag("edge")
class NightTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Night {
        @Bean
        @Primary
        QuietHours night() {
            LocalTime now = LocalTime.now(ChinaTime.ZONE);
            return new QuietHours(now.minusHours(2), now.plusHours(3));
        }
    }

    @Autowired
    ReviewStage stage;

    @Autowired
    CardDesk cards;

    @Autowired
    JdbcTemplate database;

    // Break: in Colleague.tell, or in ReviewEscalationPush, don't ask for the quiet hours; or hold the first card back.
    @Test
    void atNightOnlyAFreshSubmissionsFirstCardIsSent() {
        long task = stage.aTaskThatCanBeApproved();
        stage.isDue(PushKind.REVIEW_REMINDER, task);
        stage.isDue(PushKind.REVIEW_ESCALATION, task);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.queryForObject(
                                "SELECT COUNT(*) FROM outbox WHERE subject_id = ? AND state = 'DUE'"
                                        + " AND last_error = 'quiet hours' AND next_at > DATE_ADD(UTC_TIMESTAMP(3),"
                                        + " INTERVAL 2 HOUR)",
                                Integer.class,
                                task)
                        == 3);
        assertThat(BotWorld.PLATFORMS.wecomMessages("待审核提醒")).isEmpty();
        assertThat(cards.find(task, People.CHEN_JING.staffId())).isEmpty();
    }
}
