package cn.tuanwu.bot.callback;

import cn.tuanwu.bot.settings.CallbackKeys;
import cn.tuanwu.bot.xml.XmlText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The platforms' callback envelope: SHA-1 over the sorted parts, AES-256-CBC with a 32-byte PKCS#7 block. The platforms'
 * client library checks neither the receiver nor in constant time, so this is ours.
 */
final class CallbackCrypto {
    private static final int BLOCK = 32;
    private static final int RANDOM = 16;
    private static final int HEADER = RANDOM + Integer.BYTES;

    private final String token;
    private final byte[] key;
    private final byte[] receiver;
    private final SecureRandom random = new SecureRandom();

    /** @param receiver the corp id or app id every message must be sealed for */
    CallbackCrypto(CallbackKeys keys, String receiver) {
        this.token = keys.token();
        this.key = Base64.getDecoder().decode(keys.aesKey() + "=");
        this.receiver = receiver.getBytes(StandardCharsets.UTF_8);
    }

    boolean isSigned(String signature, String... parts) {
        return MessageDigest.isEqual(
                sign(parts).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** What was sealed, or empty when it is damaged or meant for somebody else. */
    Optional<String> open(String encrypted) {
        try {
            byte[] padded =
                    cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(encrypted));
            return unpad(padded).flatMap(this::message);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The envelope of a passive reply. */
    String seal(String message, String timestamp, String nonce) {
        String encrypted = encrypt(message.getBytes(StandardCharsets.UTF_8));
        return new XmlText()
                .open("xml")
                .words("Encrypt", encrypted)
                .words("MsgSignature", sign(timestamp, nonce, encrypted))
                .inside("<TimeStamp>" + timestamp + "</TimeStamp>")
                .words("Nonce", nonce)
                .close("xml")
                .toString();
    }

    private Optional<String> message(byte[] plain) {
        if (plain.length < HEADER) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(plain, RANDOM, Integer.BYTES).getInt();
        if (length < 0 || length > plain.length - HEADER) {
            return Optional.empty();
        }
        byte[] meantFor = Arrays.copyOfRange(plain, HEADER + length, plain.length);
        return MessageDigest.isEqual(meantFor, receiver)
                ? Optional.of(new String(plain, HEADER, length, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private String encrypt(byte[] message) {
        byte[] salt = new byte[RANDOM];
        random.nextBytes(salt);
        int length = HEADER + message.length + receiver.length;
        int padding = BLOCK - length % BLOCK;
        byte[] plain = new byte[length + padding];
        ByteBuffer.wrap(plain).put(salt).putInt(message.length).put(message).put(receiver);
        Arrays.fill(plain, length, plain.length, (byte) padding);
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-CBC is part of every JDK", e);
        }
    }

    private static Optional<byte[]> unpad(byte[] padded) {
        int padding = padded.length == 0 ? 0 : padded[padded.length - 1];
        if (padding < 1 || padding > BLOCK || padding > padded.length) {
            return Optional.empty();
        }
        for (int i = padded.length - padding; i < padded.length; i++) {
            if (padded[i] != padding) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOf(padded, padded.length - padding));
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
        return cipher;
    }

    private String sign(String... parts) {
        String[] sorted = Arrays.copyOf(parts, parts.length + 1);
        sorted[parts.length] = token;
        Arrays.sort(sorted);
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(sha1.digest(String.join("", sorted).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-1 is part of every JDK", e);
        }
    }
}
