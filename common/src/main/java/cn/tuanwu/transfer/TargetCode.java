package cn.tuanwu.transfer;

import cn.tuanwu.org.Organisation;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the code on an organisation's wall says: its own code, which is public, and two check digits, so that a wrongly read
 * or typed one leads nowhere instead of elsewhere.
 */
final class TargetCode {
    /** Of an organisation's code and two digits; the column knows ascii alone. */
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z-]{1,40}");

    private static final int MODULUS = 97;
    /** Prime to the modulus, and so is one less: one wrong character or two neighbours exchanged are always seen. */
    private static final int RADIX = 128;

    private TargetCode() {}

    static String of(Organisation organisation) {
        return organisation.code() + "-" + digits(organisation.code());
    }

    /** The organisation's own code; empty when the digits don't go with it. */
    static Optional<String> read(String typed) {
        String code = typed == null ? "" : typed.strip();
        int dash = code.lastIndexOf('-');
        return dash > 0
                        && FORM.matcher(code).matches()
                        && digits(code.substring(0, dash)).equals(code.substring(dash + 1))
                ? Optional.of(code.substring(0, dash))
                : Optional.empty();
    }

    private static String digits(String code) {
        int rest = code.chars().reduce(0, (sum, character) -> (sum * RADIX + character) % MODULUS);
        return String.format("%02d", rest);
    }
}
