package cn.tuanwu.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;

/** RFC 6238 as the authenticators of the world do it: SHA-1, 6 digits, steps of 30 seconds, one step of tolerance. */
@Component
class OneTimeCodes {
    private static final int SECONDS = 30;
    private static final int TOLERANCE = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Clock clock;

    OneTimeCodes(Clock clock) {
        this.clock = clock;
    }

    /**
     * The step this code is of, when it is one that may still be used.
     *
     * @param secret base 32
     * @param used the last step whose code was used
     */
    OptionalLong step(String secret, String typed, long used) {
        long now = clock.instant().getEpochSecond() / SECONDS;
        return LongStream.rangeClosed(now - TOLERANCE, now + TOLERANCE)
                .filter(step -> step > used && isOf(secret, step, typed))
                .findFirst();
    }

    private boolean isOf(String secret, long step, String typed) {
        try {
            String code = generator.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * SECONDS));
            return MessageDigest.isEqual(
                    code.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A secret of our own making is a key", e);
        }
    }
}
