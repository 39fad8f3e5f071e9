package cn.tuanwu.api.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

/** A request that may be repeated. A door that changes something names it and is closed without an Idempotency-Key. */
public final class Call {
    private final String caller;
    private final byte[] key;
    private final byte[] content;
    private final Function<String, byte[]> blind;

    Call(String caller, byte[] key, byte[] content, Function<String, byte[]> blind) {
        this.caller = caller;
        this.key = key;
        this.content = content;
        this.blind = blind;
    }

    /**
     * One of several deeds of this request, each with an answer of its own.
     *
     * @param number which one
     * @param what all that makes it this deed; only a keyed hash of it is kept
     */
    public Call part(int number, String what) {
        byte[] own = sha256(HexFormat.of().formatHex(key) + '#' + number);
        return new Call(caller, own, blind.apply(HexFormat.of().formatHex(content) + '\n' + what), blind);
    }

    /** Who is signed in; the route where nobody is: nobody's keys are kept apart by route only. */
    String caller() {
        return caller;
    }

    byte[] key() {
        return key;
    }

    /** A keyed hash of method, path and body: a plain one could be searched for a phone number. */
    byte[] content() {
        return content;
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
