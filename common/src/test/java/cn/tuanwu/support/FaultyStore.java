package cn.tuanwu.support;

import cn.tuanwu.file.FileStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The store of the house, which on demand fails before or after it kept something, or does not answer. */
@Primary
@Component
public class FaultyStore implements FileStore {
    private final FileStore real;
    private final AtomicInteger before = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();
    private volatile CountDownLatch stall = new CountDownLatch(0);
    private volatile boolean down;

    public FaultyStore(@Qualifier("fileStore") FileStore real) {
        this.real = real;
    }

    /** So many of the next files are refused. */
    public void failNext(int puts) {
        before.set(puts);
    }

    /** So many of the next files are kept, and nobody is told. */
    public void loseNextAnswers(int puts) {
        after.set(puts);
    }

    /** Nothing is kept until {@link #heal}. */
    public void stall() {
        stall = new CountDownLatch(1);
    }

    /** Not even dropping works. */
    public void goDown() {
        down = true;
    }

    public void heal() {
        before.set(0);
        after.set(0);
        down = false;
        stall.countDown();
    }

    @Override
    public void put(String key, byte[] content, String type) {
        answer();
        waitForIt();
        if (before.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new Unavailable("the store refuses", null);
        }
        real.put(key, content, type);
        if (after.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new Unavailable("the store's answer was lost", null);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        answer();
        return real.get(key);
    }

    @Override
    public void drop(String key) {
        answer();
        real.drop(key);
    }

    @Override
    public List<Kept> list(String prefix, String after, int most) {
        answer();
        return real.list(prefix, after, most);
    }

    @Override
    public URI link(String key, String name, Duration life) {
        return real.link(key, name, life);
    }

    private void answer() {
        if (down) {
            throw new Unavailable("the store is down", null);
        }
    }

    private void waitForIt() {
        boolean interrupted = false;
        while (true) {
            try {
                stall.await();
                break;
            } catch (InterruptedException e) {
                // A connection that hangs does not hear an interrupt either.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
