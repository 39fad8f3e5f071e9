package cn.tuanwu.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {

    private static final Path BINARIES =
            Path.of(System.getProperty("tuanwu.home", ".."), "servers/target/embedded/unpacked");
    private static final MariaDb.Logins LOGINS = new MariaDb.Logins("it's", "a\\secret");

    @TempDir
    Path folder;

    @Test
    void theApplicationMayWriteRowsAndNotTables() throws SQLException {
        Path home = folder.resolve("a path with spaces, long enough to break a socket's name ".repeat(2));
        try (MariaDb mariaDb = MariaDb.start(BINARIES, home, LOGINS)) {
            try (Connection ddl = ddl(mariaDb)) {
                ddl.createStatement().execute("create table note (name varchar(9))");
            }
            try (Connection app = app(mariaDb)) {
                assertThat(app.createStatement().executeUpdate("insert into note values ('𬱖')"))
                        .isOne();
                assertThatThrownBy(() -> app.createStatement().execute("drop table note"))
                        .hasMessageContaining("denied");
                assertThatThrownBy(() -> app.createStatement().execute("select * from mysql.user"))
                        .hasMessageContaining("denied");
            }
        }
    }

    @Test
    void itBehavesAsMySqlDoesAndKeepsUniversalTime() throws SQLException {
        Connection app = app(TestServers.mariaDb());
        try (app) {
            assertThat(value(app, "select @@session.time_zone")).isIn("+00:00", "UTC");
            assertThat(value(app, "select @@global.time_zone")).isEqualTo("+00:00");
            assertThat(value(app, "select @@collation_server")).startsWith("utf8mb4_");
            assertThat(value(app, "select @@sql_mode")).contains("STRICT_TRANS_TABLES", "ONLY_FULL_GROUP_BY");
            assertThat(value(app, "select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
        }
    }

    @Test
    void whatAKilledJvmLeftIsEndedAndItsDataIsKept() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StartsServers.class.getName(),
                        BINARIES.toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ProcessHandle mariaDbLeft;
        ProcessHandle redisLeft;
        try (BufferedReader said = killed.inputReader()) {
            String[] pids = said.readLine().split(" ");
            mariaDbLeft = ProcessHandle.of(Long.parseLong(pids[0])).orElseThrow();
            redisLeft = ProcessHandle.of(Long.parseLong(pids[1])).orElseThrow();
        }
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(mariaDbLeft.isAlive()).isTrue();

        try (MariaDb mariaDb = MariaDb.start(BINARIES, folder, LOGINS);
                Redis redis = Redis.start(BINARIES, folder)) {
            assertThat(mariaDbLeft.isAlive()).isFalse();
            assertThat(redisLeft.isAlive()).isFalse();
            assertThat(value(app(mariaDb), "select 1")).isEqualTo("1");
            assertThat(redis.child().alive()).isTrue();
        }
    }

    @Test
    void aPidFileThatNamesAStrangerHurtsNobody() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(folder.resolve("redis.pid"), Long.toString(stranger.pid()));
        try (Redis redis = Redis.start(BINARIES, folder)) {
            assertThat(stranger.isAlive()).isTrue();
            assertThat(redis.child().alive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aServerThatEndsIsNoticed() {
        Redis redis = Redis.start(BINARIES, folder);
        ProcessHandle.of(redis.child().pid()).orElseThrow().destroyForcibly();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> redis.exited()
                .isDone());
        redis.close();
        assertThat(folder.resolve("redis.pid")).doesNotExist();
    }

    @Test
    void aBrokenDataFolderIsOneSentenceWithTheServersLastWords() throws Exception {
        Files.createDirectories(folder.resolve("mariadb"));
        Files.writeString(folder.resolve("mariadb/ibdata1"), "nonsense");
        assertThatThrownBy(() -> MariaDb.start(BINARIES, folder, LOGINS))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("MariaDB ended while starting")
                .hasMessageContaining("mariadb.log");
    }

    @Test
    void aSecondRedisFindsWhatTheFirstHeld() throws Exception {
        try (Redis first = Redis.start(BINARIES, folder)) {
            assertThat(said(first, "SET session here")).isEqualTo("+OK");
        }
        try (Redis second = Redis.start(BINARIES, folder)) {
            assertThat(said(second, "EXISTS session")).isEqualTo(":1");
        }
    }

    private static String said(Redis redis, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void theBinariesMayLieInAPathWithSpaces() throws SQLException {
        Path spaced = folder.resolve("the servers");
        try (MariaDb mariaDb = MariaDb.start(spaced, folder.resolve("a home"), LOGINS)) {
            assertThat(value(app(mariaDb), "select 1")).isEqualTo("1");
        }
    }

    private static Connection app(MariaDb mariaDb) throws SQLException {
        return DriverManager.getConnection(
                mariaDb.url(), mariaDb.appUser(), mariaDb.logins().app());
    }

    private static Connection ddl(MariaDb mariaDb) throws SQLException {
        return DriverManager.getConnection(
                mariaDb.url(), mariaDb.ddlUser(), mariaDb.logins().ddl());
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
