package cn.tuanwu.sandbox.demo;

import cn.tuanwu.servers.Child;
import cn.tuanwu.servers.ServerFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** The demo at a terminal: Ctrl-C, TERM and HUP stop all of it, a dead process does too, and each says one sentence. */
final class DemoCommand {

    private DemoCommand() {}

    static int run(List<String> arguments, Path home, PrintStream out, PrintStream err) {
        Demo demo = null;
        try {
            Options options = Options.parse(arguments, home.toAbsolutePath().normalize());
            System.setProperty(
                    "tuanwu.log", options.data().resolve("logs/sandbox.log").toString());
            LoggerFactory.getLogger(DemoCommand.class).info("The demo starts on {}", options.data());
            demo = Demo.prepare(options, System.getenv(), out);
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop"));
            demo.start();
            out.println(demo.url());
            Child dead = demo.awaitEnd();
            ifStoppingWaitForever(demo);
            demo.close();
            err.println(Application.ended(dead).getMessage());
        } catch (RuntimeException e) {
            if (demo != null) {
                ifStoppingWaitForever(demo);
                demo.close();
            }
            err.println(sentence(e));
        }
        return 1;
    }

    private static String sentence(RuntimeException e) {
        return e instanceof ServerFailure ? e.getMessage() : "The demo did not start: " + e;
    }

    /** A signal has already begun to stop everything; the JVM ends when that is done, with the signal's exit code. */
    private static void ifStoppingWaitForever(Demo demo) {
        if (demo.isStopping()) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
