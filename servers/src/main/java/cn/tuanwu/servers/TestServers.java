package cn.tuanwu.servers;

import cn.tuanwu.sql.Migrate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One MariaDB and one Redis for the tests of this JVM: started when first asked for, stopped when the JVM exits. A JVM
 * that was killed leaves them running; the next one that starts servers ends them.
 */
public final class TestServers {

    private static final MariaDb.Logins LOGINS = new MariaDb.Logins("test-app", "test-ddl");
    private static final int REDIS_DATABASES = 16;
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final AtomicInteger REDIS = new AtomicInteger();

    private TestServers() {}

    /** A database as the application knows it; {@code ddlUser} may change its tables. */
    public record Database(String url, String user, String password, String ddlUser, String ddlPassword) {}

    /** A new, migrated, empty database. */
    public static Database freshDatabase() {
        Database database = emptyDatabase();
        Migrate.run(database.url(), database.ddlUser(), database.ddlPassword());
        return database;
    }

    /** A new database without any table. */
    public static Database emptyDatabase() {
        MariaDb server = Running.MARIADB;
        String name = "tuanwu_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(server.url(), server.ddlUser(), LOGINS.ddl());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new ServerFailure("The database " + name + " cannot be made: " + e.getMessage(), e);
        }
        return new Database(server.url(name), server.appUser(), LOGINS.app(), server.ddlUser(), LOGINS.ddl());
    }

    /** A Redis database nobody else in this JVM was given among the last fifteen. */
    public static String redisUrl() {
        return RunningRedis.REDIS.url(REDIS.getAndIncrement() % REDIS_DATABASES);
    }

    /** The JVM's MariaDB, for tests that stop or look into the server itself. */
    public static MariaDb mariaDb() {
        return Running.MARIADB;
    }

    private static Path folder() {
        Path repository = Path.of(System.getProperty("tuanwu.home", "."));
        return repository.resolve("servers/target/embedded").toAbsolutePath().normalize();
    }

    private static final class Running {
        static final MariaDb MARIADB =
                Home.stoppedAtExit(MariaDb.start(folder().resolve("unpacked"), Home.PATH, LOGINS));
    }

    private static final class RunningRedis {
        static final Redis REDIS = Home.stoppedAtExit(Redis.start(folder().resolve("unpacked"), Home.PATH));
    }

    /** This JVM's folder. Its lock is held as long as the JVM lives: a free lock marks a dead JVM's folder. */
    private static final class Home {
        /** A lock nobody holds on to is given up when memory is cleaned: another JVM would take this one for dead. */
        private static FileLock held;

        static final Path PATH = claim(folder());
        static final List<AutoCloseable> SERVERS = new CopyOnWriteArrayList<>();

        static <S extends AutoCloseable> S stoppedAtExit(S server) {
            SERVERS.add(server);
            return server;
        }

        private static void stop() {
            try {
                for (AutoCloseable server : SERVERS) {
                    server.close();
                }
                Folders.delete(PATH);
            } catch (Exception e) {
                System.err.println("The test servers were not stopped: " + e.getMessage());
            }
        }

        private static Path claim(Path folder) {
            try {
                Files.createDirectories(folder);
                try (FileChannel all = FileChannel.open(
                        folder.resolve("claim.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    all.lock();
                    clean(folder);
                    Path home = Files.createTempDirectory(folder, "jvm-");
                    held = lock(home);
                    Runtime.getRuntime().addShutdownHook(new Thread(Home::stop));
                    return home;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void clean(Path folder) throws IOException {
            List<Path> homes;
            try (Stream<Path> inside = Files.list(folder)) {
                homes = inside.filter(path -> path.getFileName().toString().startsWith("jvm-"))
                        .toList();
            }
            for (Path home : homes) {
                FileLock lock = lock(home);
                if (lock != null) {
                    Child.endPredecessor("mariadb", home);
                    Child.endPredecessor("redis", home);
                    Folders.delete(home);
                    lock.channel().close();
                }
            }
        }

        private static FileLock lock(Path home) throws IOException {
            FileChannel channel =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    channel.close();
                }
                return lock;
            } catch (OverlappingFileLockException ours) {
                channel.close();
                return null;
            }
        }
    }
}
