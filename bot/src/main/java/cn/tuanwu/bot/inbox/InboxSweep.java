package cn.tuanwu.bot.inbox;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drops what was handled a week ago: no platform delivers that late, and what people wrote should not rest with us. */
@Component
class InboxSweep {
    private static final int DAYS = 7;
    private static final int AT_A_TIME = 500;

    private final InboxRows rows;

    InboxSweep(InboxRows rows) {
        this.rows = rows;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        int swept;
        do {
            swept = rows.sweep(DAYS, AT_A_TIME);
        } while (swept == AT_A_TIME);
    }
}
