package cn.tuanwu.api.once;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets keys after a week, a few at a time so that no lock is held long. Every node may do it. */
@Component
class OnceSweep {
    private static final int DAYS = 7;
    private static final int AT_A_TIME = 500;

    private final OnceRows rows;

    OnceSweep(OnceRows rows) {
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
