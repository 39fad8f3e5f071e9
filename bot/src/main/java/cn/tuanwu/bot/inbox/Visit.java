package cn.tuanwu.bot.inbox;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * An event on its way into the inbox and the doors that wait for it, one for each delivery. A door waits until the event
 * is kept, then a little for the reply, then goes; what is said when all are gone is not heard.
 */
public final class Visit {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int doors;
    private Boolean kept;
    private boolean over;
    private Said said;

    /** Nobody waits. */
    static Visit ofNobody() {
        return new Visit();
    }

    /** One more door waits. */
    Visit enter() {
        lock.lock();
        try {
            doors++;
            return this;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the event is kept.
     *
     * @return false when it was not within this time, or will not be: the door has left then and must say so
     */
    public boolean isKept(long untilNanoTime) {
        lock.lock();
        try {
            await(untilNanoTime, () -> kept != null);
            if (kept != null && kept) {
                return true;
            }
            doors--;
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the reply, and leaves. Empty when there is none, or none yet. */
    public Optional<Said> reply(long untilNanoTime) {
        lock.lock();
        try {
            await(untilNanoTime, () -> over);
            doors--;
            return Optional.ofNullable(said);
        } finally {
            lock.unlock();
        }
    }

    boolean isAwaited() {
        lock.lock();
        try {
            return doors > 0 && !over;
        } finally {
            lock.unlock();
        }
    }

    void kept(boolean well) {
        change(() -> kept = kept == null ? Boolean.valueOf(well) : kept);
    }

    /** There will be no reply, or none any more. */
    void end() {
        change(() -> over = true);
    }

    /** @return false when nobody waits any more: it was not said */
    boolean say(Said reply) {
        lock.lock();
        try {
            if (doors == 0 || over) {
                return false;
            }
            said = reply;
            over = true;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void await(long untilNanoTime, BooleanSupplier enough) {
        try {
            long left = untilNanoTime - System.nanoTime();
            while (!enough.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // The server stops: as if the time were over.
            Thread.currentThread().interrupt();
        }
    }
}
