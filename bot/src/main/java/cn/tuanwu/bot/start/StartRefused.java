package cn.tuanwu.bot.start;

/** The start is refused; the message says what is wrong and what to do, and is all that is shown. */
public final class StartRefused extends IllegalStateException {
    StartRefused(String sentence) {
        super(sentence);
    }
}
