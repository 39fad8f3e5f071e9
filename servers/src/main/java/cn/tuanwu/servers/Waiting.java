package cn.tuanwu.servers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a server to answer, no longer than it lives. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Waiting() {}

    static void until(Child child, String what, BooleanSupplier answers) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers.getAsBoolean()) {
            if (!child.alive()) {
                throw new ServerFailure(
                        what + " ended while starting; the last line of " + child.log() + " is: " + child.lastWords());
            }
            if (System.nanoTime() > deadline) {
                throw new ServerFailure(
                        what + " has not answered for " + PATIENCE.toSeconds() + " s; see " + child.log() + ".");
            }
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
    }
}
