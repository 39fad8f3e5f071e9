package cn.tuanwu.job;

import cn.tuanwu.kernel.Keys;
import cn.tuanwu.kernel.Settings;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Keeps results sealed in a folder that all nodes share. A file is sealed in segments while it is written, so its size
 * costs no memory; a cut, changed or moved segment does not open. Each claim writes a file of its own.
 */
@Component
class ResultFolder {
    private static final int SEGMENT = 64 * 1024;
    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final StreamingAead cipher;

    ResultFolder(Environment environment, Keys keys) {
        String home = System.getProperty("user.home") + "/.tuanwu/files";
        this.folder = Path.of(new Settings(environment).optional("TUANWU_FILES", home), "jobs");
        try {
            this.cipher = new AesGcmHkdfStreaming(keys.seal(), "HmacSha256", KEY_BYTES, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sealing key is not usable", e);
        }
    }

    OutputStream write(long job, int claim) throws IOException {
        Files.createDirectories(folder);
        try {
            return cipher.newEncryptingStream(Files.newOutputStream(file(job, claim)), place(job, claim));
        } catch (GeneralSecurityException e) {
            throw new IOException("a result could not be sealed", e);
        }
    }

    InputStream read(long job, int claim) throws IOException {
        try {
            return cipher.newDecryptingStream(Files.newInputStream(file(job, claim)), place(job, claim));
        } catch (GeneralSecurityException e) {
            throw new IOException("a result does not open", e);
        }
    }

    void drop(long job, int claim) {
        try {
            Files.deleteIfExists(file(job, claim));
        } catch (IOException e) {
            throw new UncheckedIOException("A result could not be removed from " + folder, e);
        }
    }

    /** What dead nodes left behind. */
    void dropOlderThan(Instant before) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Old results could not be removed from " + folder, e);
        }
    }

    private Path file(long job, int claim) {
        return folder.resolve(job + "-" + claim);
    }

    private static byte[] place(long job, int claim) {
        return ("job.file#" + job + '-' + claim).getBytes(StandardCharsets.US_ASCII);
    }
}
