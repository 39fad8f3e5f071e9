package cn.tuanwu.file;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of this machine, or one that all nodes share. Each file is sealed for its key: moved elsewhere it does not open. */
class FolderFiles implements FileStore {
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT = 64 * 1024;

    private final Path folder;
    private final StreamingAead cipher;
    private final FileLinks links;

    FolderFiles(Path folder, byte[] key, FileLinks links) {
        this.folder = folder;
        this.links = links;
        try {
            this.cipher = new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sealing key is not usable", e);
        }
    }

    @Override
    public void put(String key, byte[] content, String type) {
        Path file = file(key);
        try {
            Files.createDirectories(file.getParent());
            // Nobody ever reads half a file.
            Path whole = Files.createTempFile(file.getParent(), ".new", "");
            try (OutputStream out = cipher.newEncryptingStream(Files.newOutputStream(whole), bytes(key))) {
                out.write(content);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException e) {
            throw new Unavailable("A file could not be kept in " + folder + "; see TUANWU_FILES", e);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        try (InputStream in = cipher.newDecryptingStream(Files.newInputStream(file(key)), bytes(key))) {
            return Optional.of(in.readAllBytes());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            throw new Unavailable("A file could not be read from " + folder, e);
        }
    }

    @Override
    public void drop(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new Unavailable("A file could not be removed from " + folder, e);
        }
    }

    @Override
    public List<Kept> list(String prefix, String after, int most) {
        Path room = file(prefix + "x").getParent();
        if (Files.notExists(room)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(room)) {
            List<String> keys = files.map(file -> folder.relativize(file).toString())
                    .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
                    .sorted()
                    .limit(most)
                    .toList();
            return keys.stream().flatMap(key -> kept(key).stream()).toList();
        } catch (IOException e) {
            throw new Unavailable("The files in " + folder + " could not be listed", e);
        }
    }

    @Override
    public URI link(String key, String name, Duration life) {
        return links.make(key, name, life);
    }

    private Optional<Kept> kept(String key) {
        try {
            Path file = file(key);
            return Optional.of(new Kept(
                    key, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path file(String key) {
        Path file = folder.resolve(key).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IllegalArgumentException("a key names a file in the folder");
        }
        return file;
    }

    private static byte[] bytes(String key) {
        return ("file#" + key).getBytes(StandardCharsets.UTF_8);
    }
}
