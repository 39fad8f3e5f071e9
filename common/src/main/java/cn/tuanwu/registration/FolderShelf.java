package cn.tuanwu.registration;

import cn.tuanwu.kernel.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** A folder of this machine, or one that all nodes share. */
@Component
class FolderShelf implements PhotoShelf {
    private final Path folder;

    FolderShelf(Environment environment) {
        String home = System.getProperty("user.home") + "/.tuanwu/files";
        this.folder = Path.of(new Settings(environment).optional("TUANWU_FILES", home), "photos");
    }

    @Override
    public void put(long id, byte[] sealed) {
        try {
            Files.createDirectories(folder);
            // Nobody ever reads half a file.
            Path whole = Files.createTempFile(folder, "new", "");
            Files.write(whole, sealed);
            Files.move(whole, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be kept in " + folder + "; see TUANWU_FILES", e);
        }
    }

    @Override
    public Optional<byte[]> get(long id) {
        try {
            return Optional.of(Files.readAllBytes(file(id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be read from " + folder, e);
        }
    }

    @Override
    public void drop(long id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be removed from " + folder, e);
        }
    }

    private Path file(long id) {
        return folder.resolve(Long.toString(id));
    }
}
