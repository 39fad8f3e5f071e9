package cn.tuanwu.realname;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's name as typed: any letters, rare characters beyond the BMP, Latin, spaces and middle dots; no digits
 * (field research F1). Stored as typed; the dot variants are one for comparison (R13).
 */
public record PersonName(String text) {
    private static final int LONGEST = 50;
    private static final String DOTS = "\u00B7\u2022\u30FB\uFF0E";
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} '\\-." + DOTS + "]*");

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
