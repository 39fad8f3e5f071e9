package cn.tuanwu.sandbox.demo;

import java.io.PrintStream;
import java.util.Locale;

/** What has been reached, with the seconds since the start. */
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void reached(String what) {
        out.printf(Locale.ROOT, "%5.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}
