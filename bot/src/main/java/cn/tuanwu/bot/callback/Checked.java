package cn.tuanwu.bot.callback;

/** What became of a request at the gate. */
sealed interface Checked<T> {
    record Passed<T>(T value) implements Checked<T> {}

    /** @param why a few words for the log; nothing of what was sent */
    record Refused<T>(int status, String why) implements Checked<T> {}
}
