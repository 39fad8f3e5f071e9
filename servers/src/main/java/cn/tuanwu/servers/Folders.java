package cn.tuanwu.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** What we do to whole folders. */
public final class Folders {

    private static final long MEGABYTE = 1024 * 1024;

    private Folders() {}

    /** Makes the folder and sees that this user may write there and that there is room. */
    public static Path usable(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new ServerFailure("The folder " + folder + " belongs to "
                        + Files.getOwner(folder).getName() + " and " + System.getProperty("user.name")
                        + " may not write there: choose another folder or that user.");
            }
            long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
            if (free < megabytes) {
                throw new ServerFailure("The disk of " + folder + " has " + free + " MB left and " + megabytes
                        + " MB are needed: make room or choose another folder.");
            }
            return folder;
        } catch (AccessDeniedException e) {
            throw new ServerFailure(
                    "The folder " + folder + " cannot be made: " + System.getProperty("user.name")
                            + " may not write there; choose another folder.",
                    e);
        } catch (IOException e) {
            throw new ServerFailure("The folder " + folder + " cannot be made: " + e.getMessage() + ".", e);
        }
    }

    /** Removes a folder with all that is in it. A missing folder is fine. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new ServerFailure("The folder " + folder + " cannot be removed: " + e.getMessage() + ".", e);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new ServerFailure("The folder " + from + " cannot be copied: " + e.getMessage() + ".", e);
        }
    }

    /** Makes {@code target} by filling a folder beside it and renaming that, once, whoever else tries at this moment. */
    static void makeOnce(Path target, java.util.function.Consumer<Path> fill) {
        synchronized (Folders.class) {
            Path lock = target.resolveSibling(target.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!Files.exists(target)) {
                    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
                    delete(unfinished);
                    Files.createDirectories(unfinished);
                    fill.accept(unfinished);
                    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
