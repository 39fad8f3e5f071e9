package cn.tuanwu.insight;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets so many lists and searches at the database at once that they never hold the connections registrations need. */
@Component("searchTurnstile")
class Turnstile {
    private static final int AT_ONCE = 5;
    private static final int PATIENCE_SECONDS = 2;
    private static final Refusal BUSY = Refusal.of("LIST_BUSY", "正在查询的人较多，请稍后再试。");

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    <T> Outcome<T> pass(Supplier<T> reading) {
        if (!isLetIn()) {
            return Outcome.refused(BUSY);
        }
        try {
            return Outcome.done(reading.get());
        } finally {
            places.release();
        }
    }

    private boolean isLetIn() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
