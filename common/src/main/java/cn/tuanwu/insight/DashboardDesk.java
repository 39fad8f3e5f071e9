package cn.tuanwu.insight;

import cn.tuanwu.access.Caller;
import cn.tuanwu.insight.Dashboard.Day;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.org.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The dashboard of the caller's organisation. Drawn at most once a minute for each, however many look. */
@Service
public class DashboardDesk {
    private static final int DAYS = 30;
    private static final Duration FRESH_FOR = Duration.ofMinutes(1);

    private final DashboardRows rows;
    private final Clock clock;
    private final Map<String, Dashboard> drawn = new ConcurrentHashMap<>();

    DashboardDesk(DashboardRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @param afresh the caller wants it as it is now */
    public Dashboard of(Caller.Viewer caller, boolean afresh) {
        Organisation organisation = caller.organisation();
        Dashboard kept = drawn.get(organisation.path());
        Instant now = clock.instant();
        if (!afresh && kept != null && kept.at().plus(FRESH_FOR).isAfter(now)) {
            return kept;
        }
        drawn.values().removeIf(old -> old.at().plus(FRESH_FOR).isBefore(now));
        Dashboard fresh = draw(organisation, now);
        drawn.put(organisation.path(), fresh);
        return fresh;
    }

    private Dashboard draw(Organisation organisation, Instant now) {
        String path = organisation.path();
        return new Dashboard(
                now,
                days(path, ChinaTime.date(now)),
                rows.age(path, now.minus(Duration.ofDays(1)), now.minus(Duration.ofDays(3))),
                rows.failedChecks(path),
                rows.below(organisation.id()));
    }

    private List<Day> days(String path, LocalDate today) {
        LocalDate first = today.minusDays(DAYS - 1L);
        Map<LocalDate, Day> counted =
                rows.days(path, first).stream().collect(Collectors.toMap(Day::day, Function.identity()));
        return first.datesUntil(today.plusDays(1))
                .map(day -> counted.getOrDefault(day, new Day(day, 0, 0)))
                .toList();
    }
}
