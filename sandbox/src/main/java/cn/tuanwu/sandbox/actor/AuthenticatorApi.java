package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.Authenticator;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The authenticator app of the simulated PC's owner: takes what a QR code says, shows six digits that change. */
@RestController
@RequestMapping("/sandbox/authenticator")
class AuthenticatorApi {

    private static final int SECONDS = 30;
    private static final Pattern ADDRESS = Pattern.compile("otpauth://totp/([^?]+)\\?(?:.*&)?secret=([A-Za-z2-7]+).*");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    record Scanned(String address) {}

    record Wish(String login) {}

    record Entry(String login, String code, long secondsLeft) {}

    record Entries(List<Entry> items) {}

    record Given(String code) {}

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final World world;

    AuthenticatorApi(World world) {
        this.world = world;
    }

    @GetMapping
    Entries show() {
        long left = SECONDS - Instant.now().getEpochSecond() % SECONDS;
        List<Authenticator> all = world.change(state -> List.copyOf(state.authenticators.values()));
        return new Entries(all.stream()
                .map(one -> new Entry(one.label(), code(one.secret(), now()), left))
                .toList());
    }

    /** What the camera read. The same login again replaces the old row. */
    @PostMapping
    Entries scan(@RequestBody Scanned scanned) {
        Matcher read = ADDRESS.matcher(scanned.address() == null ? "" : scanned.address());
        if (!read.matches()) {
            throw ActorRefusal.invalid("ADDRESS_INVALID", "这不是验证器的二维码");
        }
        String label = URLDecoder.decode(read.group(1), StandardCharsets.UTF_8).replaceFirst("^.*:", "");
        world.alter(state -> state.authenticators.put(label, new Authenticator(label, read.group(2), 0)));
        return show();
    }

    /** A code nobody was handed yet: who signs in thrice in a minute waits for none. */
    @PostMapping("/codes")
    Given give(@RequestBody Wish wish) {
        return world.change(state -> {
            Authenticator one = state.authenticators.get(String.valueOf(wish.login()));
            if (one == null) {
                throw ActorRefusal.unknown("LOGIN_UNKNOWN", "验证器里没有这个账号");
            }
            long step = Math.max(one.given() + 1, now() - 1);
            if (step > now() + 1) {
                throw ActorRefusal.conflict("CODES_USED_UP", "这一分钟的验证码都用过了，请稍等");
            }
            state.authenticators.put(one.label(), new Authenticator(one.label(), one.secret(), step));
            return new Given(code(one.secret(), step));
        });
    }

    private static long now() {
        return Instant.now().getEpochSecond() / SECONDS;
    }

    private String code(String secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(bytes(secret), generator.getAlgorithm()), Instant.ofEpochSecond(step * SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : base32.toUpperCase(Locale.ROOT).toCharArray()) {
            held = held << 5 | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
