package cn.tuanwu.sandbox.story;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Plays steps one after another, a line each; the first that goes wrong ends the story. */
final class Steps {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final PrintStream out;
    private final List<Story.Step> done = new ArrayList<>();

    Steps(PrintStream out) {
        this.out = out;
    }

    <T> T step(String title, Callable<T> act) {
        long start = System.nanoTime();
        try {
            T result = act.call();
            long millis = millisSince(start);
            done.add(new Story.Step(title, millis));
            line("✓", millis, title);
            return result;
        } catch (Exception e) {
            line("✗", millisSince(start), title + ": " + e.getMessage());
            throw new Unexpected(title, e);
        }
    }

    /** Asks again and again until there is an answer. */
    static <T> T await(String expected, Supplier<Optional<T>> ask, Supplier<?> cameInstead) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> answer = ask.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new Unexpected(expected + " within " + PATIENCE.toSeconds() + " s", cameInstead.get());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    List<Story.Step> done() {
        return List.copyOf(done);
    }

    static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void line(String mark, long millis, String text) {
        out.printf(Locale.ROOT, "%s %6d ms  %s%n", mark, millis, text);
    }
}
