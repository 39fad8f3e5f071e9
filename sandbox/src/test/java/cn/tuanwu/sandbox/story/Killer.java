package cn.tuanwu.sandbox.story;

import cn.tuanwu.sandbox.demo.Demo;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/** Kills the bot with -9 when the story tells of certain steps, and starts it again, as a supervisor would. */
final class Killer implements AutoCloseable {
    private final Demo demo;
    private final Ledger ledger;
    private final String[] moments;
    private CompletableFuture<Void> restart = CompletableFuture.completedFuture(null);
    private int kills;

    Killer(Demo demo, Ledger ledger, String... moments) {
        this.demo = demo;
        this.ledger = ledger;
        this.moments = moments;
    }

    int kills() {
        return kills;
    }

    /** Passes the lines on; the kill comes right after the line, while the bot is at work on what the step began. */
    PrintStream listening(PrintStream terminal) {
        return new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public PrintStream printf(Locale locale, String format, Object... values) {
                terminal.printf(locale, format, values);
                String line = String.format(locale, format, values).strip();
                if (Arrays.stream(moments).anyMatch(line::endsWith)) {
                    kill();
                }
                return this;
            }

            @Override
            public void println(String line) {
                terminal.println(line);
            }
        };
    }

    private void kill() {
        restart.join();
        // The one window nobody can close: a card the platform took and we had no time to write down keeps its buttons
        // (a tap on it is answered with the truth). So no card may be on its way at the moment of the kill.
        Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> !ledger.hasCardOnItsWay());
        ProcessHandle.of(demo.bot().pid()).orElseThrow().destroyForcibly();
        kills++;
        restart = CompletableFuture.runAsync(() -> {
            demo.bot().exited().join();
            demo.startBot();
        });
    }

    @Override
    public void close() {
        restart.join();
    }
}
