package cn.tuanwu.api;

/** Typed words as a sentence of their own: they may end in a full stop or in none. */
public final class Sentence {
    private static final String ENDS = "。！？….!?";

    private Sentence() {}

    public static String of(String words) {
        String said = words == null ? "" : words.strip();
        if (said.isEmpty()) {
            return "未写明。";
        }
        return ENDS.indexOf(said.charAt(said.length() - 1)) < 0 ? said + "。" : said;
    }
}
