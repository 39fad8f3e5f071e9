package cn.tuanwu.bot.work;

/** Names an exception for logs and queues. Its message stays out: drivers and clients put values and tokens into it. */
public final class Trouble {
    private static final int LONGEST = 180;

    private Trouble() {}

    public static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String name = failure.getClass().getSimpleName();
        String cause = root == failure ? "" : " from " + root.getClass().getSimpleName();
        String whole = name + cause + at(root.getStackTrace());
        return whole.substring(0, Math.min(whole.length(), LONGEST));
    }

    private static String at(StackTraceElement[] trace) {
        for (StackTraceElement frame : trace) {
            if (frame.getClassName().startsWith("cn.tuanwu.")) {
                return " at " + frame.getClassName().replaceFirst(".*\\.", "") + ":" + frame.getLineNumber();
            }
        }
        return "";
    }
}
