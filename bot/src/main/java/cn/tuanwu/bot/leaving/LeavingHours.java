package cn.tuanwu.bot.leaving;

import cn.tuanwu.leaving.AgeReminders;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every hour, on every node, whom to remind this month: each hears it once all the same. */
@Component
class LeavingHours {
    private final AgeReminders reminders;

    LeavingHours(AgeReminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(initialDelay = 14, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void remind() {
        reminders.remind();
    }
}
