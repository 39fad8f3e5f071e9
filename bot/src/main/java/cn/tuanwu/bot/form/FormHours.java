package cn.tuanwu.bot.form;

import cn.tuanwu.form.ReminderDesk;
import cn.tuanwu.form.SweepDesk;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What is done about forms every hour, on every node: each thing happens once all the same. */
@Component
class FormHours {
    private final ReminderDesk reminders;
    private final SweepDesk sweeper;

    FormHours(ReminderDesk reminders, SweepDesk sweeper) {
        this.reminders = reminders;
        this.sweeper = sweeper;
    }

    @Scheduled(initialDelay = 12, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void remind() {
        reminders.remind();
    }

    @Scheduled(initialDelay = 18, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        sweeper.sweep();
    }
}
