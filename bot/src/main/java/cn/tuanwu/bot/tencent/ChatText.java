package cn.tuanwu.bot.tencent;

/** The words of a chat. Both platforms make links of markup in a text, whoever wrote it. */
public final class ChatText {
    private ChatText() {}

    /** As it is read, without markup: names, reasons and notes were typed by people. */
    public static String plain(String words) {
        return words.replace('<', '＜').replace('>', '＞');
    }
}
