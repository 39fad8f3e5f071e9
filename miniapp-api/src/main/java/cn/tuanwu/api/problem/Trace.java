package cn.tuanwu.api.problem;

import java.util.Arrays;
import java.util.StringJoiner;

/** A failure for the log: kinds and places only. Messages are left out, they may quote what a person typed. */
public final class Trace {
    private static final int DEEPEST = 6;

    private Trace() {}

    public static String of(Throwable failure) {
        StringJoiner line = new StringJoiner(" caused by ");
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            line.add(cause.getClass().getName() + place(cause));
            cause = cause.getCause();
        }
        return line.toString();
    }

    private static String place(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("cn.tuanwu."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }
}
