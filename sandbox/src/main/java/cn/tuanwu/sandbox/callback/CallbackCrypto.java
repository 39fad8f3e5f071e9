package cn.tuanwu.sandbox.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Tencent's callback encryption: AES-256-CBC with 32-byte PKCS#7 padding, and a SHA-1 signature over sorted parts. */
public final class CallbackCrypto {

    /** A decrypted message and for whom it was encrypted. */
    public record Opened(String message, String receiveId) {}

    private static final int BLOCK = 32;

    private final String token;
    private final byte[] key;

    public CallbackCrypto(String token, String aesKey) {
        this.token = token;
        // Official keys may end in a character with left-over bits, which strict decoders refuse and this one takes.
        this.key = Base64.getDecoder().decode(aesKey + "=");
    }

    /** The signature of these parts together with the token. */
    public String sign(String... parts) {
        String[] sorted = Arrays.copyOf(parts, parts.length + 1);
        sorted[parts.length] = token;
        Arrays.sort(sorted);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", sorted).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Encrypts after the 16 random bytes every message starts with. */
    public String encrypt(byte[] random, String message, String receiveId) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        byte[] receiver = receiveId.getBytes(StandardCharsets.UTF_8);
        int length = 16 + 4 + text.length + receiver.length;
        int padding = BLOCK - length % BLOCK;
        byte[] tail = new byte[padding];
        Arrays.fill(tail, (byte) padding);
        ByteBuffer plain = ByteBuffer.allocate(length + padding);
        plain.put(random, 0, 16).putInt(text.length).put(text).put(receiver).put(tail);
        return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
    }

    /** @throws IllegalArgumentException when this was not encrypted with our key */
    public Opened decrypt(String encrypted) {
        byte[] plain = run(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted));
        int padding = plain.length == 0 ? 0 : plain[plain.length - 1];
        if (padding < 1 || padding > BLOCK || plain.length < 20 + padding) {
            throw new IllegalArgumentException("解密失败：填充不正确");
        }
        int length = ByteBuffer.wrap(plain).getInt(16);
        int end = plain.length - padding;
        if (length < 0 || length > end - 20) {
            throw new IllegalArgumentException("解密失败：长度不正确");
        }
        return new Opened(
                new String(plain, 20, length, StandardCharsets.UTF_8),
                new String(plain, 20 + length, end - 20 - length, StandardCharsets.UTF_8));
    }

    private byte[] run(int mode, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("加解密失败：" + wrong.getMessage(), wrong);
        }
    }
}
