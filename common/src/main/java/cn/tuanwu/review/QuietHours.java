package cn.tuanwu.review;

import cn.tuanwu.kernel.ChinaTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * When nobody's phone rings for what can wait, in China time. A fresh submission's first card and the silent change of a
 * card are not held back.
 *
 * @param to the same as {@code from} means never quiet
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** "22:00-08:00"; empty when it is no such thing. */
    static Optional<QuietHours> parse(String text) {
        String[] ends = text.split("-", -1);
        try {
            return ends.length == 2
                    ? Optional.of(new QuietHours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How long to wait from now on; zero when it is not quiet. */
    public Duration left(Instant now) {
        OffsetDateTime here = now.atOffset(ChinaTime.ZONE);
        LocalTime time = here.toLocalTime();
        boolean overMidnight = from.isAfter(to);
        boolean quiet =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return Duration.ZERO;
        }
        OffsetDateTime end = here.with(to);
        return Duration.between(here, end.isAfter(here) ? end : end.plusDays(1));
    }

    /** This much later, or as soon after it as it is not quiet. */
    public Duration later(Instant now, Duration wait) {
        return wait.plus(left(now.plus(wait)));
    }
}
