package cn.tuanwu.sandbox.story;

/** Something else came than the story says. */
public final class Unexpected extends RuntimeException {

    Unexpected(String expected, Object came) {
        super("expected " + expected + ", came " + came);
    }

    Unexpected(String step, Throwable cause) {
        super(step + ": " + (cause.getMessage() == null ? cause.toString() : cause.getMessage()), cause);
    }
}
