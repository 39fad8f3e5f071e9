package cn.tuanwu.realname;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A resident identity number by GB 11643: 17 digits, a check character, a real date inside. */
public record ResidentId(String number) {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public ResidentId {
        if (!isRight(number)) {
            throw new IllegalArgumentException("not a resident identity number");
        }
    }

    /** Reads what a person typed: spaces are dropped, x becomes X. Empty when form, checksum or date is wrong. */
    public static Optional<ResidentId> read(String typed) {
        String number = typed == null ? "" : typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return isRight(number) ? Optional.of(new ResidentId(number)) : Optional.empty();
    }

    public LocalDate birthDate() {
        return dateIn(number).orElseThrow();
    }

    /** GB/T 2261.1: 1 male, 2 female. */
    public char gender() {
        return (number.charAt(16) - '0') % 2 == 1 ? '1' : '2';
    }

    /** 440***********1234. */
    public String masked() {
        return mask(number);
    }

    /** Masks any document number: what is short is hidden whole. */
    public static String mask(String document) {
        int length = document.length();
        if (length < 8) {
            return "*".repeat(length);
        }
        return document.substring(0, 3) + "*".repeat(length - 7) + document.substring(length - 4);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static boolean isRight(String number) {
        return FORM.matcher(number).matches()
                && check(number) == number.charAt(17)
                && dateIn(number).isPresent();
    }

    private static char check(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static Optional<LocalDate> dateIn(String number) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
