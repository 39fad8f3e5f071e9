package cn.tuanwu.insight;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.ReviewTask;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts registrations by branch and day, in the transaction of each. */
@Component
class DashboardCounting {
    private final DashboardRows rows;
    private final Clock clock;

    DashboardCounting(DashboardRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @EventListener
    void submitted(Registration.Submitted submitted) {
        rows.count(submitted.branch().id(), ChinaTime.date(clock.instant()), 1, 0);
    }

    @EventListener
    void decided(ReviewTask.Decided decided) {
        ReviewTask task = decided.task();
        if (task.kind() == ReviewTask.Kind.REGISTRATION && task.state() == ReviewTask.State.APPROVED) {
            rows.count(task.branch().id(), ChinaTime.date(task.decidedAt()), 0, 1);
        }
    }
}
