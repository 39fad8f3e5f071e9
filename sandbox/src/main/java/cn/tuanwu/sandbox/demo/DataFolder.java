package cn.tuanwu.sandbox.demo;

import cn.tuanwu.servers.Child;
import cn.tuanwu.servers.Folders;
import cn.tuanwu.servers.ServerFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The demo's folder, held by one demo at a time. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "demo.lock";
    private static final String BINARIES = "unpacked";
    private static final int NEEDED_MEGABYTES = 900;
    private static final int NEEDED_AGAIN_MEGABYTES = 100;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the folder and ends whatever a killed demo left running on it. */
    static DataFolder take(Path path, List<String> children) {
        boolean unpacked = Files.exists(path.resolve(BINARIES).resolve("mariadb"));
        Folders.usable(path, unpacked ? NEEDED_AGAIN_MEGABYTES : NEEDED_MEGABYTES);
        DataFolder folder = new DataFolder(path, lock(path));
        children.forEach(name -> Child.endPredecessor(name, path));
        return folder;
    }

    private static FileChannel lock(Path path) {
        Path file = path.resolve(LOCK);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String pid = Files.readString(file).trim();
                channel.close();
                throw new ServerFailure("A demo is already running on " + path + " (pid " + pid
                        + "): stop it, or choose another folder with --data.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw new ServerFailure("The folder " + path + " cannot be locked: " + e.getMessage() + ".", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException thisJvmHasIt) {
            return false;
        }
    }

    /** Removes everything but the unpacked servers, which hold no data. */
    void wipe() {
        List<String> kept = List.of(LOCK, BINARIES);
        try (Stream<Path> inside = Files.list(path)) {
            inside.filter(entry -> !kept.contains(entry.getFileName().toString()))
                    .forEach(Folders::delete);
        } catch (IOException e) {
            throw new ServerFailure("The folder " + path + " cannot be emptied: " + e.getMessage() + ".", e);
        }
    }

    Path path() {
        return path;
    }

    Path binaries() {
        return path.resolve(BINARIES);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new ServerFailure("The folder " + path + " cannot be released: " + e.getMessage() + ".", e);
        }
    }
}
