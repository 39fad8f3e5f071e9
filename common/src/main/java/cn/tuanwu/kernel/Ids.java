package cn.tuanwu.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Makes ids and tokens. An id is 41 bits of milliseconds since 2025 and 22 random bits, rising within one process; a
 * unique key stands behind every use, so two processes meeting by chance get an error, never a mixture.
 */
public final class Ids {
    private static final long EPOCH = 1_735_660_800_000L;
    private static final int RANDOM_BITS = 22;
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    public Ids(Clock clock) {
        this.clock = clock;
    }

    /** A positive id, greater than every earlier one of this instance. */
    public long next() {
        long fresh = (clock.millis() - EPOCH) << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
        return last.accumulateAndGet(fresh, (before, now) -> Math.max(before + 1, now));
    }

    /** A token nobody can guess, {@code bytes} of randomness, in the 64 characters that are safe in a URL. */
    public String token(int bytes) {
        byte[] raw = new byte[bytes];
        random.nextBytes(raw);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    /** Whether the text could be a {@link #token}. What could not need not be looked for, and the tables would not take it. */
    public static boolean isToken(String text) {
        return text != null && TOKEN.matcher(text).matches();
    }

    /** {@code length} random decimal digits. */
    public String digits(int length) {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
