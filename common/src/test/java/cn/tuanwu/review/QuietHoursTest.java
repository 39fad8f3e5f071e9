package cn.tuanwu.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("edge")
class QuietHoursTest {
    private static final QuietHours NIGHT = QuietHours.parse("22:00-08:00").orElseThrow();

    // Break: in QuietHours.left, use UTC, or treat a window over midnight like one within a day.
    @Test
    void theNightReachesOverMidnightInChina() {
        assertThat(NIGHT.left(china("2026-11-21T21:59"))).isZero();
        assertThat(NIGHT.left(china("2026-11-21T22:00"))).isEqualTo(Duration.ofHours(10));
        assertThat(NIGHT.left(china("2026-11-22T07:59"))).isEqualTo(Duration.ofMinutes(1));
        assertThat(NIGHT.left(china("2026-11-22T08:00"))).isZero();
    }

    @Test
    void aWindowWithinADayAndNoneAtAll() {
        QuietHours noon = QuietHours.parse("12:00-14:00").orElseThrow();
        assertThat(noon.left(china("2026-11-21T13:30"))).isEqualTo(Duration.ofMinutes(30));
        assertThat(noon.left(china("2026-11-21T23:00"))).isZero();
        QuietHours never = QuietHours.parse("00:00-00:00").orElseThrow();
        assertThat(never.left(china("2026-11-21T00:00"))).isZero();
    }

    // Break: in QuietHours.later, look whether it is quiet now instead of then.
    @Test
    void whatWouldBeSaidAtNightIsSaidInTheMorning() {
        assertThat(NIGHT.later(china("2026-11-21T23:00"), Duration.ofDays(1))).isEqualTo(Duration.ofHours(33));
        assertThat(NIGHT.later(china("2026-11-21T10:00"), Duration.ofDays(1))).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void anythingElseIsRefused() {
        assertThat(QuietHours.parse("22-8")).isEmpty();
        assertThat(QuietHours.parse("22:00")).isEmpty();
        assertThat(QuietHours.parse("22:00-25:00")).isEmpty();
    }

    private static Instant china(String time) {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.ofHours(8));
    }
}
