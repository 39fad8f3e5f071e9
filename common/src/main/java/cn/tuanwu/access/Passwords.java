package cn.tuanwu.access;

import cn.tuanwu.kernel.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Password rules and hashes: Argon2id, 19 MiB, two passes. At most two at a time, so a login storm can't stop the rest. */
@Component
public class Passwords {
    public static final String FIELD = "password";
    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;
    private static final Set<String> COMMON = Set.of(
            "password",
            "password1",
            "passw0rd",
            "12345678",
            "123456789",
            "1234567890",
            "11111111",
            "88888888",
            "66666666",
            "00000000",
            "123123123",
            "147258369",
            "987654321",
            "a1234567",
            "a12345678",
            "abc12345",
            "abcd1234",
            "aa123456",
            "qwertyuiop",
            "qwer1234",
            "1qaz2wsx",
            "woaini1314",
            "woaini520",
            "iloveyou",
            "5201314520",
            "asdfghjkl",
            "q1w2e3r4",
            "1q2w3e4r",
            "1q2w3e4r5t",
            "qazwsxedc",
            "1234qwer",
            "zxcvbnm123",
            "abc123456",
            "a123456789",
            "123456abc",
            "admin123",
            "admin888",
            "admin@123",
            "p@ssw0rd",
            "password123",
            "qwe123456",
            "woaini123",
            "woaiwojia",
            "5201314abc",
            "wang1234",
            "zhang123",
            "li123456",
            "13145200",
            "12344321",
            "87654321",
            "147852369",
            "789456123",
            "741852963",
            "qwerty123",
            "letmein1",
            "welcome1");
    private static final List<String> CONTEXT = List.of(
            "tuanwu",
            "tuanyuan",
            "tuanzhibu",
            "tuanwei",
            "gongqingtuan",
            "gongqing",
            "zhihuituanjian",
            "qingnianzhisheng",
            "zhongguogongchan",
            "12355",
            "团员",
            "共青团");

    private static final String LOCKED = "locked";

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore hashing = new Semaphore(2);
    private final String nobody = encoder.encode("nobody has this password");

    /**
     * Why a new password is not good enough, if it is not.
     *
     * @param phone must not be part of it; null when it is not known
     */
    public Optional<Refusal> weakness(String password, String phone) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return weak("密码长度须为 8 至 64 个字符。");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower) || lower.chars().distinct().count() < 4) {
            return weak("这个密码太常见，容易被猜到，请换一个。");
        }
        if (phone != null && lower.contains(phone) || CONTEXT.stream().anyMatch(lower::contains)) {
            return weak("密码里不要包含手机号或“团员”等字样的拼音，请换一个。");
        }
        return Optional.empty();
    }

    public String hash(String password) {
        return limited(() -> encoder.encode(password));
    }

    /** @param hash null when there is no such account: the same work is done, so time tells nothing */
    public boolean matches(String password, String hash) {
        boolean open = hash != null && !hash.equals(LOCKED);
        boolean equal = limited(() -> encoder.matches(password, open ? hash : nobody));
        return open && equal;
    }

    /** Stands for a hash: no password matches it, and trying takes as long as ever. */
    public String locked() {
        return LOCKED;
    }

    private <T> T limited(java.util.function.Supplier<T> work) {
        hashing.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }

    private static Optional<Refusal> weak(String text) {
        return Optional.of(Refusal.at(FIELD, "PASSWORD_WEAK", text));
    }
}
