package cn.tuanwu.sandbox.story;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Identity numbers of nobody, right by GB 11643: region, birth date, sequence, check character. */
public final class IdNumbers {

    private static final String REGION = "440106";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumbers() {}

    /** A number of somebody born on that day. */
    public static String bornOn(LocalDate birth, RandomGenerator random) {
        String body = REGION
                + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format(Locale.ROOT, "%03d", random.nextInt(1000));
        return body + check(body);
    }

    /** The same number with another last character. */
    public static String miswritten(String number) {
        char right = number.charAt(17);
        return number.substring(0, 17) + (right == '0' ? '1' : '0');
    }

    static char check(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }
}
