package cn.tuanwu.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Time as people here read it. China has kept one zone without summer time since 1991. */
public final class ChinaTime {
    public static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_CLOCK = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private ChinaTime() {}

    public static LocalDate date(Instant instant) {
        return instant.atOffset(ZONE).toLocalDate();
    }

    /** 2026年11月21日 10:32. */
    public static String minute(Instant instant) {
        return MINUTE.format(instant.atOffset(ZONE));
    }

    /** 10:32 today, 11月21日 10:32 on another day. */
    public static String brief(Instant instant, Instant now) {
        return (date(instant).equals(date(now)) ? CLOCK : DAY_CLOCK).format(instant.atOffset(ZONE));
    }
}
