package cn.tuanwu.sandbox.story;

/** Something else came than the story says. */
public final class Unexpected extends RuntimeException {

    private static final int LONGEST = 600;

    Unexpected(String expected, Object came) {
        super("expected " + expected + ", came " + shortened(String.valueOf(came)));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    Unexpected(String step, Throwable cause) {
        super(step + ": " + (cause.getMessage() == null ? cause.toString() : cause.getMessage()), cause);
    }
}
