package cn.tuanwu.api.intake;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Only two sheets are read at one time on this node, whoever hands them in: an unfolded one takes a lot of memory. */
public final class SheetTurn {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;
    private static final Refusal BUSY = Refusal.of("UNAVAILABLE", "现在上传表格的人较多，这一份没有处理，请稍后重试。");
    private static final Semaphore PLACES = new Semaphore(AT_ONCE, true);

    private SheetTurn() {}

    /** Refused with UNAVAILABLE after a while, and with whatever the reading is refused with. */
    public static <T> Outcome<T> take(Supplier<Outcome<T>> reading) {
        if (!isLetIn()) {
            return Outcome.refused(BUSY);
        }
        try {
            return reading.get();
        } finally {
            PLACES.release();
        }
    }

    private static boolean isLetIn() {
        try {
            return PLACES.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
