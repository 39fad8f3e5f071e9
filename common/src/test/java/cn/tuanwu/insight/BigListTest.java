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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * A list of very many members: any page costs what the first one costs. Measured side by side with what frameworks do when
 * nobody looks (COUNT and OFFSET): by the clock, and by the rows the engine touched, which no busy machine can change.
 */
@RoomTest
@TestPropertySource(properties = "its-own-database=true")
@Tag("console")
class BigListTest {
    private static final boolean FULL = "full".equals(System.getProperty("proof"));
    private static final int MEMBERS = FULL ? 1_000_000 : 20_000;
    private static final int ROUNDS = FULL ? 3 : 5;
    private static final int PAGE = 20;
    private static final int AT_A_TIME = 20_000;

    /** What a developer writes who has registrations and a tree of organisations. */
    private static final String SUBTREE = " FROM registration r JOIN organisation o ON o.id = r.branch_id"
            + " WHERE o.path LIKE '/1/%' AND r.state <> 'DRAFT'";

    /** The same with what we read instead: its COUNT runs over the shortest index there is. */
    private static final String LINES = " FROM member_line l WHERE l.organisation_id = 1";

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
        for (int from = 0; from < MEMBERS; from += AT_A_TIME) {
            insert(from);
        }
        database.update(
                "INSERT INTO member_count (organisation_id, state, slot, members) SELECT organisation_id, state,"
                        + " registration_id % 16, COUNT(*) FROM member_line GROUP BY 1, 2, 3");
        sealSome();
    }

    /** Break: take STRAIGHT_JOIN out of MemberRows, or join the organisation by its path instead of reading lines. */
    @Test
    void everyPageCostsTheSameAndFarLessThanTheFrameworksPage() {
        List<Cost> costs = sideBySide(List.of(
                () -> page(Wanted.first(PAGE)),
                () -> page(Wanted.after(MEMBERS / 2, PAGE)),
                () -> page(Wanted.last(PAGE)),
                () -> frameworksPage(SUBTREE, "r.*", "r.id", 0),
                () -> frameworksPage(SUBTREE, "r.*", "r.id", MEMBERS / 2),
                () -> frameworksPage(LINES, "l.*", "l.registration_id", 0),
                () -> frameworksPage(LINES, "l.*", "l.registration_id", MEMBERS / 2)));
        Cost first = costs.get(0);
        Cost middle = costs.get(1);
        Cost last = costs.get(2);
        Cost framework = costs.get(3);
        Cost deep = costs.get(4);
        System.out.printf(
                "A list of %,d members with its total, medians of %d: first %s, middle %s, last %s; with COUNT and OFFSET:"
                        + " first %s, middle %s; the same on the lines: first %s, middle %s%n",
                MEMBERS, ROUNDS, first, middle, last, framework, deep, costs.get(5), costs.get(6));
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
        assertThat(measured(() -> People.value(members.total(root, han))).rows).isLessThan(2_100);
    }

    /** What the console shows: the page and how many there are. */
    private void page(Wanted wanted) {
        assertThat(People.value(members.list(root, MemberFilter.ALL, wanted)).items())
                .hasSize(PAGE);
        assertThat(People.value(members.total(root, MemberFilter.ALL)).members())
                .isEqualTo(MEMBERS);
    }

    /** As MyBatis-Plus' Page or Spring Data's Pageable ask for the same people in the same order. */
    private void frameworksPage(String from, String columns, String order, int offset) {
        assertThat(database.queryForObject("SELECT COUNT(*)" + from, Long.class))
                .isEqualTo(MEMBERS);
        assertThat(database.queryForList("SELECT " + columns + from + " ORDER BY " + order + " DESC LIMIT " + PAGE
                        + " OFFSET " + offset))
                .hasSize(PAGE);
    }

    private record Cost(long micros, long rows) {
        @Override
        public String toString() {
            return String.format("%.1f ms (%,d rows read)", micros / 1_000.0, rows);
        }
    }

    private Cost measured(Runnable reading) {
        return sideBySide(List.of(reading)).get(0);
    }

    /** One of each in turn, so that whatever else the machine does meets them all. */
    private List<Cost> sideBySide(List<Runnable> readings) {
        List<Long> rows = new ArrayList<>();
        List<List<Long>> times = new ArrayList<>();
        for (Runnable reading : readings) {
            reading.run();
            long before = rowsRead();
            reading.run();
            rows.add(rowsRead() - before);
            times.add(new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < readings.size(); i++) {
                long start = System.nanoTime();
                readings.get(i).run();
                times.get(i).add((System.nanoTime() - start) / 1_000);
            }
        }
        return IntStream.range(0, readings.size())
                .mapToObj(i -> new Cost(median(times.get(i)), rows.get(i)))
                .toList();
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
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

    /** Blind indexes that rise spare the engine a million random places; nothing here searches by them. */
    private void insert(int from) {
        String some =
                " FROM (SELECT " + from + " + seq AS n FROM seq_1_to_" + Math.min(AT_A_TIME, MEMBERS - from) + ") some";
        database.update("INSERT INTO account (id, phone_sealed, phone_blind, password_hash, university_id, created_at)"
                + " SELECT n, 'x', UNHEX(LPAD(HEX(n), 64, '0')), 'locked', 1, UTC_TIMESTAMP(3)" + some);
        database.update(
                "INSERT INTO registration (id, account_id, state, branch_id, name, document_kind, document_sealed,"
                        + " document_blind, birth_date, gender, join_month, ethnicity, political, full_time_education, occupation,"
                        + " submitted_at, created_at) SELECT n, n, IF(n % 10 = 0, 'PENDING', 'APPROVED'),"
                        + " ELT(1 + n % 4, 1001, 1002, 1003, 1101), CONCAT(ELT(1 + n % 5, '张', '李', '王', '欧阳', '陈'), n % 97),"
                        + " 'RESIDENT_ID', 'x', UNHEX(LPAD(HEX(n), 64, '0')), '2004-01-01', '1', '2019-05', '01', '03', '21',"
                        + " '06', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)" + some);
        for (String above : List.of("1", "10", "IF(branch_id = 1101, 101, 100)", "branch_id")) {
            database.update(
                    "INSERT INTO member_line (organisation_id, registration_id, state, real_name, education,"
                            + " ethnicity, political, join_month, submitted_at, name) SELECT " + above
                            + ", id, state, 'FAILED', full_time_education, ethnicity, political, join_month, submitted_at,"
                            + " name FROM registration WHERE id > ? AND id <= ?",
                    from,
                    from + AT_A_TIME);
        }
    }

    /** The pages that are shown are opened: their numbers must be sealed. */
    private void sealSome() {
        for (long from : new long[] {1, MEMBERS / 2 - 400, MEMBERS - PAGE - 2}) {
            for (long id = from; id < from + (from > PAGE && from <= MEMBERS / 2 ? 400 : PAGE + 3); id++) {
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
