package cn.tuanwu.number;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A 发展团员编号 in its normal form: no spaces, capital letters. Since 2017 year, two digits of the province, six of the
 * serial; older ones have many forms. The form alone says nothing about whether it fits the member.
 */
public record MemberNumber(String text) {
    public static final int LONGEST = 16;
    private static final int YEAR = 4;
    private static final int PROVINCE = 6;
    private static final Pattern FORM = Pattern.compile("[0-9]{4}[0-9A-Z-]{0,60}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Reads what a person typed; empty when it does not begin with a year or holds anything but digits, letters, hyphens. */
    public static Optional<MemberNumber> read(String typed) {
        String text = typed == null ? "" : typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(text).matches() ? Optional.of(new MemberNumber(text)) : Optional.empty();
    }

    public int year() {
        return Integer.parseInt(text.substring(0, YEAR));
    }

    /** GB/T 2260; empty for the older forms, which hold none. */
    public Optional<String> province() {
        return text.length() == 12 && isDigits() ? Optional.of(text.substring(YEAR, PROVINCE)) : Optional.empty();
    }

    public boolean isDigits() {
        return DIGITS.matcher(text).matches();
    }

    public int length() {
        return text.length();
    }
}
