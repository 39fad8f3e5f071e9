package cn.tuanwu.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How things stand in an organisation and below it.
 *
 * @param days the last thirty, the oldest first, each there
 * @param failedChecks registrations that wait with a failed real-name check
 * @param below the organisations right below; none for a branch
 */
public record Dashboard(Instant at, List<Day> days, Age pending, long failedChecks, List<Below> below) {

    /** @param day in China */
    public record Day(LocalDate day, long submitted, long approved) {}

    /** What waits for less than a day, up to three, longer. */
    public record Age(long fresh, long waiting, long late) {}

    public record Below(long id, String name, long registered, long pending) {}
}
