package cn.tuanwu.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A list of very many members: any page costs what the first one costs. Measured side by side with what frameworks do when
 * nobody looks (COUNT and OFFSET): by the clock, and by the rows the engine touched, which no busy machine can change.
 */
@RoomTest
@Tag("console")
class BigListTest {
    private static final boolean FULL = "full".equals(System.getProperty("proof"));
    private static final int MEMBERS = FULL ? 1_000_000 : 20_000;
    private static final int ROUNDS = FULL ? 7 : 5;
    private static final int PAGE = 20;

    @Autowired
    MemberDesk members;

    @Autowired
    Seal seal;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    private Caller.Viewer root;

    @BeforeEach
    void fill() {
        root = seats.viewer(Seats.PROVINCE);
        if (database.queryForObject("SELECT COUNT(*) FROM member_line", Long.class) > 0) {
            return;
        }
        database.update("INSERT INTO account (id, phone_sealed, phone_blind, password_hash, university_id, created_at)"
                + " SELECT n, 'x', UNHEX(SHA2(CONCAT('p', n), 256)), 'locked', 1, UTC_TIMESTAMP(3) FROM " + numbered());
        database.update(
                "INSERT INTO registration (id, account_id, state, branch_id, name, document_kind, document_sealed,"
                        + " document_blind, birth_date, gender, join_month, ethnicity, political, full_time_education, occupation,"
                        + " submitted_at, created_at) SELECT n, n, IF(n % 10 = 0, 'PENDING', 'APPROVED'),"
                        + " ELT(1 + n % 4, 1001, 1002, 1003, 1101), CONCAT(ELT(1 + n % 5, '张', '李', '王', '欧阳', '陈'), n % 97),"
                        + " 'RESIDENT_ID', 'x', UNHEX(SHA2(CONCAT('d', n), 256)), '2004-01-01', '1', '2019-05', '01', '03', '21',"
                        + " '06', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM " + numbered());
        for (String above : List.of("1", "10", "IF(branch_id = 1101, 101, 100)", "branch_id")) {
            database.update("INSERT INTO member_line (organisation_id, registration_id, state, real_name, education,"
                    + " ethnicity, political, join_month, submitted_at, name) SELECT " + above
                    + ", id, state, 'FAILED',"
                    + " full_time_education, ethnicity, political, join_month, submitted_at, name FROM registration");
        }
        database.update(
                "INSERT INTO member_count (organisation_id, state, slot, members) SELECT organisation_id, state,"
                        + " registration_id % 16, COUNT(*) FROM member_line GROUP BY 1, 2, 3");
        sealSome();
    }

    /** Break: take FORCE INDEX out of MemberRows, or join the organisation by its path instead of reading lines. */
    @Test
    void everyPageCostsTheSameAndFarLessThanTheFrameworksPage() {
        System.out.println(
                "PLAN "
                        + database.queryForList(
                                "EXPLAIN SELECT l.registration_id FROM member_line l FORCE INDEX (PRIMARY) WHERE l.organisation_id = 1 AND l.registration_id < 10000 ORDER BY l.registration_id DESC LIMIT 21"));
        System.out.println("PLAN "
                + database.queryForList(
                        "EXPLAIN SELECT STRAIGHT_JOIN r.id, a.phone_sealed FROM (SELECT l.registration_id FROM member_line l FORCE INDEX (PRIMARY) WHERE l.organisation_id = 1 ORDER BY l.registration_id DESC LIMIT 21) k"
                                + MemberRows.JOINED + " ORDER BY k.registration_id DESC"));
        Cost first = measured(() -> page(Wanted.first(PAGE)));
        Cost middle = measured(() -> page(Wanted.after(MEMBERS / 2, PAGE)));
        Cost last = measured(() -> page(Wanted.last(PAGE)));
        Cost framework = measured(() -> frameworksPage(0));
        Cost deep = measured(() -> frameworksPage(MEMBERS / 2));
        System.out.printf(
                "A list of %,d members, medians: first %s, middle %s, last %s; with COUNT and OFFSET: first %s, middle"
                        + " %s%n",
                MEMBERS, first, middle, last, framework, deep);
        assertThat(ratio(first.rows, middle.rows, last.rows)).isLessThanOrEqualTo(1.5);
        assertThat(framework.rows).isGreaterThan(50 * first.rows);
        assertThat(deep.rows).isGreaterThan(50 * middle.rows);
        if (FULL) {
            assertThat(ratio(first.micros, middle.micros, last.micros)).isLessThanOrEqualTo(1.5);
            assertThat(framework.micros).isGreaterThan(50 * first.micros);
            assertThat(deep.micros).isGreaterThan(50 * middle.micros);
        }
    }

    /** Break: let the engine choose: it sorts the subtree for one page. */
    @Test
    void aPageReadsItsRowsAndHardlyMore() {
        long most = 12L * (PAGE + 1);
        assertThat(measured(() -> page(Wanted.after(MEMBERS / 2, PAGE))).rows).isLessThan(most);
        MemberFilter pending = new MemberFilter(
                Seats.MATHS,
                Registration.State.PENDING,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(measured(() -> People.value(members.list(root, pending, Wanted.after(MEMBERS / 2, PAGE)))).rows)
                .isLessThan(most);
        assertThat(measured(() -> People.value(members.total(root, MemberFilter.ALL))).rows)
                .isLessThan(150);
        MemberFilter han =
                new MemberFilter(null, null, null, null, "01", null, null, null, null, null, null, null, null);
        assertThat(People.value(members.total(root, han))).isEqualTo(new Member.Total(1_000, true));
        assertThat(measured(() -> People.value(members.total(root, han))).rows).isLessThan(1_100);
    }

    private void page(Wanted wanted) {
        assertThat(People.value(members.list(root, MemberFilter.ALL, wanted)).items())
                .hasSize(PAGE);
    }

    /** As MyBatis-Plus' Page or Spring Data's Pageable ask for the same filter and order. */
    private void frameworksPage(int offset) {
        String from = " FROM registration r JOIN organisation o ON o.id = r.branch_id"
                + " WHERE o.path LIKE '/1/%' AND r.state <> 'DRAFT'";
        assertThat(database.queryForObject("SELECT COUNT(*)" + from, Long.class))
                .isEqualTo(MEMBERS);
        assertThat(database.queryForList(
                        "SELECT r.*" + from + " ORDER BY r.id DESC LIMIT " + PAGE + " OFFSET " + offset))
                .hasSize(PAGE);
    }

    private record Cost(long micros, long rows) {
        @Override
        public String toString() {
            return String.format("%.1f ms (%,d rows read)", micros / 1_000.0, rows);
        }
    }

    private Cost measured(Runnable reading) {
        reading.run();
        long before = rowsRead();
        reading.run();
        long rows = rowsRead() - before;
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            reading.run();
            times.add((System.nanoTime() - start) / 1_000);
        }
        times.sort(null);
        return new Cost(times.get(ROUNDS / 2), rows);
    }

    /** Of the whole server: nobody else uses it during a test. */
    private long rowsRead() {
        return database.execute((ConnectionCallback<Long>) connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet status = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Handler\\_read\\_%'")) {
                long all = 0;
                while (status.next()) {
                    // The end of a range, or asking for the status itself, is no row of the list.
                    all += status.getString(1).equals("Handler_read_rnd_deleted") ? 0 : status.getLong(2);
                }
                return all;
            }
        });
    }

    private static double ratio(long... costs) {
        List<Long> sorted = Arrays.stream(costs).sorted().boxed().toList();
        return (double) sorted.get(sorted.size() - 1) / sorted.get(0);
    }

    /** The numbers from 1 on. */
    private static String numbered() {
        String digits = "(SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
                + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) ";
        return "(SELECT 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d AS n FROM " + digits
                + "a, " + digits + "b, " + digits + "c, " + digits + "e, " + digits + "f, " + digits + "g HAVING n <= "
                + MEMBERS + ") many";
    }

    /** The pages that are shown are opened: their numbers must be sealed. */
    private void sealSome() {
        for (long from : new long[] {1, MEMBERS / 2 - PAGE - 2, MEMBERS - PAGE - 2}) {
            for (long id = from; id < from + PAGE + 3; id++) {
                database.update(
                        "UPDATE account SET phone_sealed = ? WHERE id = ?",
                        seal.seal(new Place("account", "phone", id), "13900000000"),
                        id);
                database.update(
                        "UPDATE registration SET document_sealed = ? WHERE id = ?",
                        seal.seal(new Place("registration", "document", id), "440103200405061234"),
                        id);
            }
        }
    }
}
