package cn.tuanwu.bot.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a round again and again: at once after one that found something, else after a pause or when woken. */
public final class Loop {
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private final String name;
    private final Duration idle;
    private final BooleanSupplier round;
    private final Semaphore bell = new Semaphore(0);
    private Thread thread;
    private volatile boolean running;

    /** @param round true when it found something to do */
    public Loop(String name, Duration idle, BooleanSupplier round) {
        this.name = name;
        this.idle = idle;
        this.round = round;
    }

    public synchronized void start() {
        running = true;
        thread = new Thread(this::run, name);
        thread.start();
    }

    /** Ends after the round that is under way. */
    public synchronized void stop() {
        running = false;
        wake();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return running;
    }

    /** Ends the pause, if there is one. */
    public void wake() {
        bell.release();
    }

    private void run() {
        while (running) {
            pause(found());
        }
    }

    /** How long to wait for the next round. */
    private Duration found() {
        try {
            return round.getAsBoolean() ? Duration.ZERO : idle;
        } catch (RuntimeException e) {
            log.error("A round of {} failed ({}): it is tried again in a second", name, Trouble.of(e));
            return AFTER_TROUBLE;
        }
    }

    private void pause(Duration wait) {
        try {
            bell.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
            bell.drainPermits();
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
