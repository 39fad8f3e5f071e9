package cn.tuanwu.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The platform's Date header tells how wrong this machine's clock is. */
@Tag("edge")
class ClockCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    /** Break: in TokenCheck.judge, don't look at the clock. */
    @Test
    void aClockThatIsFiveMinutesFastOrSlowIsNamed() {
        assertThat(lineWhenThePlatformSays(NOW.minus(Duration.ofMinutes(5)))).contains("快 300 秒");
        assertThat(lineWhenThePlatformSays(NOW.plus(Duration.ofMinutes(5)))).contains("慢 300 秒");
        assertThat(lineWhenThePlatformSays(NOW.plusSeconds(20))).isEqualTo("企业微信：正常");
    }

    private static String lineWhenThePlatformSays(Instant time) {
        Finding finding = new Finding("企业微信");
        Reply reply = new Reply(200, "{\"access_token\":\"t\"}", Optional.of(time), null, NOW);
        new TokenCheck("", "", "", "").judge(reply, finding);
        return finding.line();
    }
}
