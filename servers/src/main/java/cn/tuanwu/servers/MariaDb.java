package cn.tuanwu.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/**
 * A real MariaDB 11.4 on the loopback address, its data in {@code home/mariadb}. It behaves as MySQL 8.4 does where the
 * two differ, and keeps every commit. Started and stopped by its owner; nothing here stops it behind his back.
 */
public final class MariaDb implements AutoCloseable {

    private static final String DATABASE = "tuanwu";
    private static final String NAME = "mariadb";
    static final String LOG_FILE_SIZE = "32M";

    private final Child child;
    private final int port;
    private final Logins logins;

    /** The application's password (user {@code tuanwu}) and the migrations' (user {@code tuanwu_ddl}). */
    public record Logins(String app, String ddl) {}

    private MariaDb(Child child, int port, Logins logins) {
        this.child = child;
        this.port = port;
        this.logins = logins;
    }

    /**
     * Starts it on a free port and returns when it answers. {@code binaries} keeps what is unpacked, for the next
     * start; {@code home} keeps data, log and pid file.
     *
     * @throws ServerFailure with one sentence saying what is in the way
     */
    public static MariaDb start(Path binaries, Path home, Logins logins) {
        Path unpacked = Folders.usable(binaries.toAbsolutePath().normalize(), 100);
        Path folder = Folders.usable(home.toAbsolutePath().normalize(), 300);
        Child.endPredecessor(NAME, folder);
        MariaDbBinaries mariadb = MariaDbBinaries.in(unpacked);
        Path data = folder.resolve(NAME);
        Folders.makeOnce(data, fresh -> {
            Folders.delete(fresh);
            Folders.copy(mariadb.emptyData(), fresh);
        });
        // Of its own: a server that starts deletes the temporary tables of all others that share the folder.
        Path tables = Folders.usable(folder.resolve("tmp"), 50);
        int port = Ports.free();
        Path grants = write(folder.resolve("grants.sql"), grants(logins));
        Child child = Child.start(NAME, folder, data, command(mariadb, data, tables, port, grants), mariadb.env());
        MariaDb started = new MariaDb(child, port, logins);
        try {
            started.awaitAnswer();
            return started;
        } catch (RuntimeException e) {
            child.close();
            throw e;
        } finally {
            grants.toFile().delete();
        }
    }

    private static List<String> command(MariaDbBinaries mariadb, Path data, Path tables, int port, Path grants) {
        List<String> command = new ArrayList<>(List.of(
                mariadb.server().toString(),
                "--no-defaults",
                "--basedir=" + mariadb.base(),
                "--datadir=" + data,
                "--tmpdir=" + tables,
                "--socket=m.sock", // inside the data folder; a full path may be longer than a socket's may be
                "--pid-file=server.pid",
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--init-file=" + grants,
                "--skip-ssl",
                "--skip-name-resolve",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_0900_ai_ci",
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + System.getProperty("mariadb.pool", "64M"),
                "--innodb-log-file-size=" + LOG_FILE_SIZE,
                "--max-connections=400",
                "--performance-schema=off"));
        command.addAll(asRoot());
        return command;
    }

    /** The server refuses to run as root unless told to. */
    static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    private static String grants(Logins logins) {
        StringBuilder sql = new StringBuilder("CREATE DATABASE IF NOT EXISTS " + DATABASE + ";\n");
        for (String host : List.of("127.0.0.1", "localhost")) {
            sql.append("DROP USER IF EXISTS ''@'" + host + "';\n");
            user(sql, "'tuanwu'@'" + host + "'", logins.app(), "SELECT, INSERT, UPDATE, DELETE");
            user(sql, "'tuanwu_ddl'@'" + host + "'", logins.ddl(), "ALL PRIVILEGES");
        }
        return sql.toString();
    }

    /** The second grant is for the databases of tests: tuanwu_1, tuanwu_2 and so on. */
    private static void user(StringBuilder sql, String user, String password, String rights) {
        String quoted = "'" + password.replace("\\", "\\\\").replace("'", "''") + "'";
        sql.append("CREATE USER IF NOT EXISTS " + user + ";\n");
        sql.append("ALTER USER " + user + " IDENTIFIED BY " + quoted + ";\n");
        sql.append("GRANT " + rights + " ON `tuanwu`.* TO " + user + ";\n");
        sql.append("GRANT " + rights + " ON `tuanwu\\_%`.* TO " + user + ";\n");
    }

    private static Path write(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file);
            file.toFile().setReadable(false, false);
            file.toFile().setReadable(true, true);
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new ServerFailure("The file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private void awaitAnswer() {
        Properties login = new Properties();
        login.setProperty("user", ddlUser());
        login.setProperty("password", logins.ddl());
        login.setProperty("connectTimeout", "5000");
        login.setProperty("socketTimeout", "5000");
        Waiting.until(child, "MariaDB", () -> {
            try (Connection open = DriverManager.getConnection(url(), login)) {
                return open.isValid(1);
            } catch (SQLException notYet) {
                return false;
            }
        });
    }

    public int port() {
        return port;
    }

    /** The JDBC URL of the database {@code tuanwu}. */
    public String url() {
        return url(DATABASE);
    }

    /** The JDBC URL of a database of this server. */
    public String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC"
                + "&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true";
    }

    public String appUser() {
        return "tuanwu";
    }

    public String ddlUser() {
        return "tuanwu_ddl";
    }

    public Logins logins() {
        return logins;
    }

    /** Completes when the server has ended, asked or not. */
    public CompletableFuture<Child> exited() {
        return child.exited();
    }

    public Child child() {
        return child;
    }

    /** Stops it in order. */
    @Override
    public void close() {
        child.close();
    }
}
