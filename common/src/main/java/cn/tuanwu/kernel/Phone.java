package cn.tuanwu.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/** A mainland mobile number: 11 digits, first 1, second 3–9. Kept apart from String so that it is never logged by accident. */
public record Phone(String number) {
    private static final Pattern FORM = Pattern.compile("1[3-9][0-9]{9}");

    public Phone {
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("not a mobile number");
        }
    }

    /** Reads what a person typed: spaces, hyphens and a leading +86 are allowed. */
    public static Optional<Phone> read(String typed) {
        String digits =
                typed == null ? "" : typed.strip().replaceFirst("^\\+?86", "").replaceAll("[\\s-]", "");
        return FORM.matcher(digits).matches() ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    public String masked() {
        return number.substring(0, 3) + "****" + number.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }
}
