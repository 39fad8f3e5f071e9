package cn.tuanwu.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The data keys of an installation, read from one file that is made on the first start and then belongs to the backup:
 * without it the sealed fields are lost. All nodes must have the same file; {@link KeyCheck} refuses a foreign one.
 *
 * @param id names the sealing key inside every sealed value, so that a later key can live beside it
 * @param seal 32 bytes for AES-256-GCM
 * @param blind 32 bytes for the blind index, independent of the sealing key
 */
public record Keys(String id, byte[] seal, byte[] blind) {

    /** Reads the file, or makes it (readable by its owner only) when there is none. */
    public static Keys at(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new Settings.WrongSettings(
                    List.of("The data key file " + file + " can't be read or made: " + e.getMessage()));
        }
    }

    /** HMAC-SHA256 under the blind key. */
    byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(blind, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    private static void create(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        String text = "# Data keys of this Tuanwu. Keep a copy with the backups: without it sealed fields are lost.\n"
                + "id=k1\nseal=" + hex(random) + "\nblind=" + hex(random) + "\n";
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "keys", ".new");
        try {
            Files.writeString(draft, text);
            if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            // A hard link fails when the file is there already: of two applications starting together one wins.
            linkOrMove(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void linkOrMove(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Keys read(Path file) throws IOException {
        Properties lines = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            lines.load(in);
        }
        Keys keys = new Keys(lines.getProperty("id", ""), bytes(lines, "seal"), bytes(lines, "blind"));
        if (!keys.id.matches("[a-z0-9]{1,16}") || keys.seal.length != 32 || keys.blind.length != 32) {
            throw new Settings.WrongSettings(
                    List.of("The data key file " + file + " is damaged: restore it from the backup"));
        }
        return keys;
    }

    private static byte[] bytes(Properties lines, String name) {
        try {
            return HexFormat.of().parseHex(lines.getProperty(name, ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String hex(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    @Override
    public String toString() {
        return "Keys[" + id + "]";
    }
}
