package cn.tuanwu.sandbox.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Keeps the world in {@code platform.json}, so that a second run finds the chats, followers and cards of the first. */
final class WorldFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WorldFile.class);
    private static final long PAUSE_MILLIS = 400;

    private final Path directory;
    private final Supplier<byte[]> snapshot;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "platform-state");
        thread.setDaemon(true);
        return thread;
    });

    WorldFile(Path directory, Supplier<byte[]> snapshot) {
        this.directory = directory;
        this.snapshot = snapshot;
    }

    WorldState load() {
        if (directory == null || !Files.exists(file())) {
            return new WorldState();
        }
        try {
            return Json.read(Files.readAllBytes(file()), WorldState.class);
        } catch (IOException | JacksonException unreadable) {
            log.warn("{} cannot be read, the platforms start empty: {}", file(), unreadable.getMessage());
            return new WorldState();
        }
    }

    void saveSoon() {
        if (directory != null && due.compareAndSet(false, true) && !saver.isShutdown()) {
            saver.schedule(this::save, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        saver.shutdownNow();
        if (directory != null) {
            save();
        }
    }

    private synchronized void save() {
        due.set(false);
        try {
            Files.createDirectories(directory);
            Path fresh = Files.createTempFile(directory, "platform", ".part");
            Files.write(fresh, snapshot.get());
            Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | JacksonException failed) {
            log.warn("{} cannot be written, the next run will not know this one: {}", file(), failed.getMessage());
        }
    }

    private Path file() {
        return directory.resolve("platform.json");
    }
}
