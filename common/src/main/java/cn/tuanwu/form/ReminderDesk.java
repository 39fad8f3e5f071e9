package cn.tuanwu.form;

import cn.tuanwu.access.Roster;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Once a week whoever decides for a branch hears of its forms that are overdue or due within a week: its operators, else those
 * above. Someone with many such branches hears of all in one text.
 */
@Service
public class ReminderDesk {
    private static final int AT_ONCE = 200;

    /** By then the week's other branches of the same person are noted as well. */
    private static final Duration GATHER = Duration.ofMinutes(10);

    private final ReminderRows rows;
    private final Roster roster;
    private final OrgDesk organisations;
    private final PushDesk pushes;
    private final Clock clock;
    private final Tx tx;

    ReminderDesk(ReminderRows rows, Roster roster, OrgDesk organisations, PushDesk pushes, Clock clock, Tx tx) {
        this.rows = rows;
        this.roster = roster;
        this.organisations = organisations;
        this.pushes = pushes;
        this.clock = clock;
        this.tx = tx;
    }

    /** Notes whom to remind this week. A second call, on whatever node, changes nothing. */
    public void remind() {
        LocalDate today = ChinaTime.date(clock.instant());
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        long after = 0;
        List<Long> branches = rows.due(today.plusDays(Lacking.SOON), week, after, AT_ONCE);
        while (!branches.isEmpty()) {
            branches.forEach(branch -> remind(branch, week));
            after = branches.get(branches.size() - 1);
            branches = rows.due(today.plusDays(Lacking.SOON), week, after, AT_ONCE);
        }
    }

    private void remind(long branchId, LocalDate week) {
        Organisation branch = organisations.find(branchId).orElseThrow();
        try {
            tx.run(() -> roster.decidersOf(branch).forEach(person -> {
                rows.insert(branchId, week, person.id());
                String key = PushKind.FORM_REMINDER + ":" + person.id() + ":" + week;
                pushes.enqueue(new Push(PushKind.FORM_REMINDER, person.id(), week.toString(), key, GATHER));
            }));
        } catch (DuplicateKeyException another) {
            // Another node noted it this moment.
        }
    }

    /** What stands open now of what somebody is reminded of in that week; nothing to say when both are 0. */
    public Due due(long staffId, LocalDate week) {
        LocalDate today = ChinaTime.date(clock.instant());
        return rows.open(staffId, week, today, today.plusDays(Lacking.SOON));
    }

    /**
     * @param branch the name of one of them
     * @param overdue members whose day is over
     * @param soon members whose day comes within a week
     */
    public record Due(int branches, String branch, long overdue, long soon) {}
}
