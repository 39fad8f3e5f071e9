package cn.tuanwu.registration;

import java.util.Locale;
import java.util.regex.Pattern;

/** Passports and permits of many kinds: no checksum is common to them, so only length and characters are judged. */
final class OverseasDocument {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9()\\-]{5,20}");

    private OverseasDocument() {}

    static boolean isPlausible(String typed) {
        return typed != null && FORM.matcher(normal(typed)).matches();
    }

    static String normal(String typed) {
        return typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
