package cn.tuanwu.realname;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A person's name as typed: any letters, rare characters beyond the BMP, Latin, spaces and middle dots; no digits
 * (field research F1). Stored as typed; the dot variants are one for comparison (R13).
 */
public record PersonName(String text) {
    private static final int LONGEST = 50;
    private static final String DOTS = "\u00B7\u2022\u30FB\uFF0E.";

    /** U+3007, the 〇 of names, is a number to Unicode and a letter to people. */
    private static final String LETTERS = "\\p{L}\\p{M}\u3007";

    private static final Pattern FORM = Pattern.compile("[" + LETTERS + "][" + LETTERS + " '\u2019\\-" + DOTS + "]*");

    public static Optional<PersonName> read(String typed) {
        String text = typed == null ? "" : typed.strip();
        int length = text.codePointCount(0, text.length());
        return length >= 2 && length <= LONGEST && FORM.matcher(text).matches()
                ? Optional.of(new PersonName(text))
                : Optional.empty();
    }

    /** Equal names have equal normal forms, whichever dot was typed. */
    public String normal() {
        StringBuilder normal = new StringBuilder();
        text.codePoints()
                .map(point -> DOTS.indexOf(point) >= 0 ? 0x00B7 : point)
                .filter(point -> point != ' ' || !isHan(text))
                .forEach(normal::appendCodePoint);
        return normal.toString();
    }

    /**
     * The name as the provider may know it: as typed the first time, then with one dot after the other (R13). A name
     * without a dot is always the same.
     */
    PersonName spelling(int attempt) {
        List<String> spellings = Stream.concat(
                        Stream.of(text),
                        DOTS.chars().mapToObj(dot -> text.replaceAll("[" + DOTS + "]", "" + (char) dot)))
                .distinct()
                .toList();
        return new PersonName(spellings.get(attempt % spellings.size()));
    }

    /** 张* for 张三: the first character stays. */
    public String masked() {
        int length = text.codePointCount(0, text.length());
        return new StringBuilder().appendCodePoint(text.codePointAt(0)) + "*".repeat(Math.min(length - 1, 3));
    }

    @Override
    public String toString() {
        return masked();
    }

    private static boolean isHan(String text) {
        return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HAN;
    }
}
