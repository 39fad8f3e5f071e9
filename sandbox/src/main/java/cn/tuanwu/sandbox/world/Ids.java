package cn.tuanwu.sandbox.world;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Every random name a platform gives out. */
@Component
public class Ids {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private final SecureRandom random = new SecureRandom();

    public String letters(int length) {
        StringBuilder name = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }

    public String digits(int length) {
        StringBuilder number = new StringBuilder(length).append((char) ('1' + random.nextInt(9)));
        while (number.length() < length) {
            number.append((char) ('0' + random.nextInt(10)));
        }
        return number.toString();
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
