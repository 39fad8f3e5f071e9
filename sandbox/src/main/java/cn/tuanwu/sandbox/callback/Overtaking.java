package cn.tuanwu.sandbox.callback;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Holds a callback back until a later one has arrived, a little while at most. */
@Component
class Overtaking {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Set<CountDownLatch> waiting = ConcurrentHashMap.newKeySet();

    /** Returns once a callback that started later has been answered. */
    void letOnePass() {
        CountDownLatch passed = new CountDownLatch(1);
        waiting.add(passed);
        try {
            passed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.remove(passed);
        }
    }

    void passed() {
        waiting.forEach(CountDownLatch::countDown);
    }
}
