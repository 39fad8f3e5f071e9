package cn.tuanwu.sandbox.media;

import cn.tuanwu.sandbox.PlatformSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The bytes behind media ids, in the folder of the run; in memory when the run keeps nothing. */
@Component
class MediaFiles {

    private final Path folder;
    private final Map<String, byte[]> memory = new ConcurrentHashMap<>();

    MediaFiles(PlatformSettings settings) {
        this.folder = settings.directory() == null ? null : settings.directory().resolve("media");
    }

    void keep(String id, byte[] content) {
        if (folder == null) {
            memory.put(id, content);
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(id), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Optional<byte[]> find(String id) {
        if (folder == null) {
            return Optional.ofNullable(memory.get(id));
        }
        try {
            Path file = folder.resolve(id);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void remove(String id) {
        memory.remove(id);
        try {
            if (folder != null) {
                Files.deleteIfExists(folder.resolve(id));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
