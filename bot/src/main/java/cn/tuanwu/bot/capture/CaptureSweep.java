package cn.tuanwu.bot.capture;

import cn.tuanwu.capture.FilingDesk;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets pictures nobody did anything with for three days. Every node may do it. */
@Component
class CaptureSweep {
    private final FilingDesk filing;

    CaptureSweep(FilingDesk filing) {
        this.filing = filing;
    }

    @Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        filing.sweep();
    }
}
