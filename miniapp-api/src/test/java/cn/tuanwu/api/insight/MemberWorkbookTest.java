package cn.tuanwu.api.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.job.JobRun;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.org.Organisation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However many are exported, the memory it takes stays the same. */
@Tag("console")
class MemberWorkbookTest {
    private static final int MEMBERS = "full".equals(System.getProperty("proof")) ? 100_000 : 6_000;
    private static final long FIRST = 5_000_000_000L;
    private static final long BRANCH = 9001;
    private static final int AT_A_TIME = 500;
    private static final long MEGABYTE = 1 << 20;

    @BeforeAll
    static void many() throws SQLException {
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO organisation (id, parent_id, kind, name, short_name, code, initials, path)"
                        + " VALUES (9001, NULL, 'BRANCH', '=很多人团支部', '很多人', 'MANY', 'HDR', '/9001/')");
        Seal seal = RunningApi.bean(Seal.class);
        try (Connection connection = Tables.connection()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < MEMBERS; from += AT_A_TIME) {
                accounts(connection, seal, FIRST + from);
                registrations(connection, seal, FIRST + from);
                connection.commit();
            }
        }
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO member_line (organisation_id, registration_id, state, real_name, submitted_at, name)"
                        + " SELECT branch_id, id, state, 'FAILED', submitted_at, name FROM registration"
                        + " WHERE branch_id = 9001");
    }

    @AfterAll
    static void noMore() {
        for (String delete : List.of(
                "member_line WHERE organisation_id = 9001",
                "registration WHERE branch_id = 9001",
                "account WHERE id >= 5000000000 AND id < 5001000000",
                "organisation WHERE id = 9001")) {
            Tables.run(RunningApi.DATABASE, "DELETE FROM " + delete);
        }
    }

    /** Break: leave flush() out of MemberWorkbook, or read everybody at once. */
    @Test
    void anExportOfAnyLengthTakesTheSameMemoryAndHoldsEverybody() throws IOException {
        Run run = new Run();
        Outcome<String> outcome = RunningApi.bean(MemberWorkbook.class).work(run);
        assertThat(((Outcome.Done<String>) outcome).value()).isEqualTo("已导出 " + MEMBERS + " 名团员。");
        long early = run.heap.ceilingEntry(MEMBERS / 10L).getValue();
        long late = run.heap.ceilingEntry(MEMBERS * 9L / 10).getValue();
        System.out.printf(
                "Exported %,d members in %d ms, %,d bytes; heap in use at 10%%: %d MB, at 90%%: %d MB%n",
                MEMBERS, run.millis(), Files.size(run.file), early / MEGABYTE, late / MEGABYTE);
        assertThat(late - early).isLessThan(8 * MEGABYTE);
        try (InputStream in = Files.newInputStream(run.file);
                ReadableWorkbook book = new ReadableWorkbook(in);
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.filter(row -> row.getCellText(14).equals("=很多人团支部")).count())
                    .isEqualTo(MEMBERS);
        } finally {
            Files.delete(run.file);
        }
    }

    private static void accounts(Connection connection, Seal seal, long from) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO account (id, phone_sealed, phone_blind, password_hash, university_id, created_at) VALUES "
                        + values("(?, ?, UNHEX(SHA2(CONCAT('many', ?), 256)), 'locked', 1, UTC_TIMESTAMP(3))"))) {
            int at = 1;
            for (long id = from; id < from + AT_A_TIME; id++) {
                insert.setLong(at++, id);
                insert.setBytes(at++, seal.seal(new Place("account", "phone", id), "13900000000"));
                insert.setLong(at++, id);
            }
            insert.executeUpdate();
        }
    }

    private static void registrations(Connection connection, Seal seal, long from) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO registration (id, account_id, state, branch_id, name, document_sealed, submitted_at,"
                        + " created_at) VALUES "
                        + values("(?, ?, 'APPROVED', " + BRANCH + ", '欧阳明', ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))"))) {
            int at = 1;
            for (long id = from; id < from + AT_A_TIME; id++) {
                insert.setLong(at++, id);
                insert.setLong(at++, id);
                insert.setBytes(at++, seal.seal(new Place("registration", "document", id), "440103200405061234"));
            }
            insert.executeUpdate();
        }
    }

    private static String values(String one) {
        return (one + ", ").repeat(AT_A_TIME - 1) + one;
    }

    /** Looks at the heap, after a collection, at about each tenth. */
    private static final class Run implements JobRun {
        private final TreeMap<Long, Long> heap = new TreeMap<>();
        private final long started = System.nanoTime();
        private Path file;
        private long looked;

        @Override
        public long id() {
            return 1;
        }

        @Override
        public <T extends Caller> T caller(Class<T> wanted) {
            Organisation branch =
                    new Organisation(BRANCH, null, Organisation.Kind.BRANCH, "", "", "9001", "/9001/", true);
            return new Seat("org-account:1", "", branch, Seat.Role.ADMIN)
                    .as(wanted)
                    .orElseThrow();
        }

        @Override
        public String parameters() {
            return "{\"filter\":{}}";
        }

        @Override
        public void progress(long done, long total) {
            if (done - looked >= MEMBERS / 10 || looked == 0) {
                looked = done;
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                heap.put(done, runtime.totalMemory() - runtime.freeMemory());
            }
        }

        @Override
        public OutputStream file(String name, String type) throws IOException {
            file = Files.createTempFile(Path.of("target"), "members", ".xlsx");
            return Files.newOutputStream(file);
        }

        long millis() {
            return (System.nanoTime() - started) / 1_000_000;
        }
    }
}
