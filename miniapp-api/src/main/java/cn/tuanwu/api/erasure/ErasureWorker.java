package cn.tuanwu.api.erasure;

import cn.tuanwu.erasure.Farewell;
import cn.tuanwu.trace.Leftovers;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries out what was agreed to, and drops the files of whoever is gone. Every node may do it. */
@Component
class ErasureWorker {
    private static final Logger log = LoggerFactory.getLogger(ErasureWorker.class);

    private final Farewell farewell;
    private final Leftovers leftovers;

    ErasureWorker(Farewell farewell, Leftovers leftovers) {
        this.farewell = farewell;
        this.leftovers = leftovers;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void work() {
        for (long due : farewell.due()) {
            try {
                farewell.carryOut(due);
            } catch (RuntimeException e) {
                log.error("The erasure {} was not carried out and is tried again", due, e);
            }
        }
        leftovers.sweep();
    }
}
