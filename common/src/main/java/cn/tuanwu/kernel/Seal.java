package cn.tuanwu.kernel;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/**
 * Seals personal values for one place in the database: AES-256-GCM, the place (table, column, row) as associated data,
 * so a value copied to another row or column does not open. Layout: key id, 0x00, nonce, ciphertext, tag.
 */
@Component
public class Seal {
    private final byte[] keyId;
    private final AesGcmJce cipher;

    public Seal(Keys keys) {
        this.keyId = keys.id().getBytes(StandardCharsets.US_ASCII);
        try {
            this.cipher = new AesGcmJce(keys.seal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sealing key is not usable", e);
        }
    }

    public byte[] seal(Place place, String plain) {
        try {
            byte[] sealed = cipher.encrypt(plain.getBytes(StandardCharsets.UTF_8), place.bytes());
            byte[] whole = new byte[keyId.length + 1 + sealed.length];
            System.arraycopy(keyId, 0, whole, 0, keyId.length);
            System.arraycopy(sealed, 0, whole, keyId.length + 1, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value could not be sealed for " + place.table(), e);
        }
    }

    /** @throws IllegalStateException when the value was sealed for another place, with another key, or was changed */
    public String open(Place place, byte[] whole) {
        int skip = keyId.length + 1;
        try {
            byte[] sealed = java.util.Arrays.copyOfRange(whole, skip, whole.length);
            return new String(cipher.decrypt(sealed, place.bytes()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A sealed value of " + place + " does not open", e);
        }
    }

    /** Where a sealed value rests. */
    public record Place(String table, String column, long row) {
        byte[] bytes() {
            return (table + '.' + column + '#' + row).getBytes(StandardCharsets.UTF_8);
        }
    }
}
