package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.CallbackKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows that one knows a callback's token or key without saying it: a keyed digest of somebody's nonce. */
record KeyProof(String token, String aesKey) {

    static KeyProof of(CallbackKeys keys, String channel, String nonce) {
        return new KeyProof(
                digest(keys.token(), "token " + channel + " " + nonce),
                digest(keys.aesKey(), "key " + channel + " " + nonce));
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String digest(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
