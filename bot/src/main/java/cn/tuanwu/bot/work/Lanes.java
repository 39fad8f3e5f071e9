package cn.tuanwu.bot.work;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** Runs several things at once, never more than a fixed number: on virtual threads where the JVM has them. */
public final class Lanes {
    private static final int VIRTUAL_SINCE = 21;

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private final String name;
    private final int width;
    private final Semaphore free;
    private final Executor executor;

    public Lanes(String name, int width) {
        this.name = name;
        this.width = width;
        this.free = new Semaphore(width);
        this.executor = Runtime.version().feature() >= VIRTUAL_SINCE
                ? new VirtualThreadTaskExecutor(name + "-")
                : Executors.newCachedThreadPool(work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    public int free() {
        return free.availablePermits();
    }

    /** @return false when every lane is taken: nothing was begun */
    public boolean run(Runnable work) {
        if (!free.tryAcquire()) {
            return false;
        }
        try {
            executor.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    log.error("A piece of {} work broke off ({}): it is done again", name, Trouble.of(e));
                } finally {
                    free.release();
                }
            });
            return true;
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }

    /** Waits until all that was begun is done, but not longer than this. */
    public boolean finish(Duration patience) {
        try {
            boolean done = free.tryAcquire(width, patience.toMillis(), TimeUnit.MILLISECONDS);
            if (done) {
                free.release(width);
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
