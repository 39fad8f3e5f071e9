package cn.tuanwu.pdf;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Work on files nobody knows: so much at once, so long, on threads whose end nobody waits for. */
final class BoundedWork {
    private static final int AT_ONCE = 2;
    private static final long STACK = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Semaphore room = new Semaphore(AT_ONCE, true);

    /**
     * @throws Budget.Spent when it takes longer, needs more memory or goes deeper than there is
     * @throws IllegalStateException when there is no room for it for a minute
     */
    <T> T within(Duration time, Function<Budget, Callable<T>> work) throws Exception {
        if (!room.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("no room to look at a paper for a minute");
        }
        // Waiting for room is not part of the time.
        Budget budget = new Budget(time);
        FutureTask<T> task = new FutureTask<>(work.apply(budget));
        Thread thread = new Thread(null, () -> run(task), "paper", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(budget.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Budget.Spent();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        }
    }

    /** A piece of work that does not end keeps its place: there are never more of them than places. */
    private void run(FutureTask<?> task) {
        try {
            task.run();
        } finally {
            room.release();
        }
    }

    private static Exception unwrapped(Throwable cause) {
        if (cause instanceof StackOverflowError || cause instanceof OutOfMemoryError) {
            return new Budget.Spent();
        }
        return cause instanceof Exception known ? known : new IllegalStateException(cause);
    }
}
