package cn.tuanwu.form;

import static cn.tuanwu.form.Papers.paper;
import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.form.MissingDesk.Filter;
import cn.tuanwu.form.MissingDesk.Which;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Who lacks a form, until when, and who is reminded. */
@RoomTest
@TestPropertySource(properties = "its-own-database=forms")
@Tag("forms")
class MissingDeskTest {
    private static final int MANY = 20_000;

    @Autowired
    MissingDesk missing;

    @Autowired
    FormDesk forms;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    ReminderRows reminders;

    @Autowired
    MissingRows lines;

    @Autowired
    Roster roster;

    @Autowired
    OrgDesk organisations;

    @Autowired
    TreeDesk tree;

    @Autowired
    PushDesk pushes;

    @Autowired
    Tx tx;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    @Test
    void theDeadlineIsThirtyDaysAfterTheApprovalForJoinersFrom2020() {
        Caller.Viewer branch = seats.viewer(People.MATHS_2301);
        Registration young = people.someoneApproved(aProfile().joined("2020-01"), ZHANG_SAN);
        Registration old = people.someoneApproved(
                aProfile().joined("2019-12").numbered(cn.tuanwu.support.Identities.memberNumber(2019)), ZHANG_SAN);
        Registration pending = people.someoneSubmitted(aProfile());
        LocalDate today = ChinaTime.date(Instant.now());
        assertThat(due(branch, young.id())).isEqualTo(today.plusDays(30));
        assertThat(due(branch, old.id())).isNull();
        assertThat(ids(branch, Filter.ALL))
                .containsExactly(young.id(), old.id())
                .doesNotContain(pending.id());
        assertThat(ids(seats.viewer(Seats.PHYSICS), Filter.ALL)).isEmpty();
        assertThat(refusalOf(missing.list(seats.viewer(Seats.PHYSICS), new Filter(1001L, null, null), null, 5)))
                .isEqualTo("ORGANISATION_UNKNOWN");
        value(forms.file(ZHANG_SAN, old.id(), paper()));
        assertThat(ids(branch, Filter.ALL)).containsExactly(young.id());
        assertThat(ids(branch, new Filter(null, Which.FORMAL, null))).containsExactly(old.id());
        value(forms.file(ZHANG_SAN, old.id(), paper()));
        assertThat(ids(branch, new Filter(null, Which.WAITING, null))).containsExactly(old.id());
        assertThat(missing.counts(branch).all())
                .extracting(MissingDesk.Count::formal, MissingDesk.Count::waiting, MissingDesk.Count::missing)
                .containsExactly(1L, 1L, 1L);
        MissingDesk.Choice choice = missing.ofStaff(ZHANG_SAN, "", 10).get(0);
        assertThat(choice.name()).isEqualTo("欧**");
        assertThat(choice.phone()).hasSize(4);
        assertThat(missing.ofStaff(ZHANG_SAN, "欧阳", 10))
                .extracting(MissingDesk.Choice::missing)
                .contains(true, false);
        String phone =
                people.account(new Caller.OwnAccount(old.accountId())).phone().number();
        assertThat(missing.ofStaff(ZHANG_SAN, phone, 10))
                .extracting(MissingDesk.Choice::registrationId)
                .containsExactly(old.id());
        assertThat(missing.ofStaff(ZHAO_MIN, phone, 10)).isEmpty();
        onceAWeekSomebodyHears(young);
        countersEqualTheCountAfterRandomMoves();
        aPageReadsItsRowsAndHardlyMore();
    }

    /** Break: take the key of form_reminder, or NOT EXISTS out of ReminderRows.due. */
    private void onceAWeekSomebodyHears(Registration young) {
        people.someoneApproved(aProfile().inBranch(People.MATHS_GRADUATES), CHEN_JING);
        at(Duration.ZERO).remind();
        assertThat(reminded()).isEmpty();
        ReminderDesk later = at(Duration.ofDays(40));
        later.remind();
        later.remind();
        assertThat(reminded()).containsExactlyInAnyOrder("201", "202", "203");
        String week = database.queryForObject(
                "SELECT receiver FROM outbox WHERE kind = 'FORM_REMINDER' AND subject_id = 203", String.class);
        assertThat(later.due(201, LocalDate.parse(week))).isEqualTo(new ReminderDesk.Due(1, "南岭大学数学学院2301团支部", 1, 0));
        at(Duration.ofDays(47)).remind();
        assertThat(reminded()).hasSize(6);
        value(forms.file(ZHANG_SAN, young.id(), paper()));
        assertThat(later.due(201, LocalDate.parse(week)).overdue()).isZero();
        Lacking then = new Lacking(lines, organisations, null, Clock.offset(Clock.systemUTC(), Duration.ofDays(31)));
        assertThat(then.counts(organisations.find(100).orElseThrow()).all().overdue())
                .isEqualTo(1);
    }

    /** Break: count without the places of before in FormLines.changes, or shift with the same sign in relocate. */
    private void countersEqualTheCountAfterRandomMoves() {
        database.update("INSERT INTO organisation (id, parent_id, kind, name, short_name, code, initials, path)"
                + " VALUES (1900, 100, 'BRANCH', '临时团支部', '临时支部', '1900', 'LS', '/1/10/100/1900/')");
        List<Registration> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(people.someoneApproved(aProfile().inBranch(i < 2 ? 1900L : 1001L), i < 2 ? CHEN_JING : ZHANG_SAN));
        }
        var pool = Executors.newFixedThreadPool(3);
        List<Callable<Void>> walkers = new ArrayList<>();
        for (int walker = 0; walker < 3; walker++) {
            Random random = new Random(walker);
            walkers.add(() -> {
                for (int move = 0; move < 6; move++) {
                    forms.file(seats.reviewer(1), all.get(random.nextInt(4)).id(), paper());
                }
                return null;
            });
        }
        try {
            for (var done : pool.invokeAll(walkers)) {
                done.get();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            pool.shutdown();
        }
        everythingAgrees();
        value(tree.move("system", 1900, 101));
        everythingAgrees();
        assertThat(missing.counts(seats.viewer(Seats.PHYSICS)).all().formal()).isPositive();
        value(tree.merge("system", 1900, 1101));
        everythingAgrees();
        long task = database.queryForList(
                        "SELECT id FROM review_task WHERE kind = 'FORM' AND state = 'OPEN'" + " AND branch_id = 1101",
                        Long.class)
                .get(0);
        value(reviews.decideOnPhone(ZHAO_MIN, task, new Decision.Approve()));
        everythingAgrees();
    }

    /** Break: leave FORCE INDEX out of MissingRows.list and order by name. */
    private void aPageReadsItsRowsAndHardlyMore() {
        database.update("INSERT INTO form_line (organisation_id, registration_id, state, due, name)"
                + " SELECT 1, 1000000 + seq, 'MISSING', DATE '2026-01-01' + INTERVAL seq % 300 DAY, '欧阳'"
                + " FROM seq_1_to_" + MANY);
        Caller.Viewer root = seats.viewer(Seats.PROVINCE);
        String middle = LocalDate.of(2026, 5, 1) + "." + 1_010_000;
        for (String after : java.util.Arrays.asList(null, middle)) {
            missing.list(root, Filter.ALL, after, 20);
            long before = rowsRead();
            missing.list(root, Filter.ALL, after, 20);
            assertThat(rowsRead() - before).as("after %s", after).isLessThan(150);
        }
        long before = rowsRead();
        missing.counts(root);
        assertThat(rowsRead() - before).isLessThan(500);
    }

    private long rowsRead() {
        return database.queryForList("SHOW GLOBAL STATUS LIKE 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(row.get("Value").toString()))
                .sum();
    }

    private void everythingAgrees() {
        String fresh =
                "SELECT o.id AS organisation_id, CASE WHEN EXISTS (SELECT 1 FROM form w WHERE w.waiting_of = r.id)"
                        + " THEN 'WAITING' WHEN EXISTS (SELECT 1 FROM form f WHERE f.formal_of = r.id) THEN 'FORMAL' ELSE 'MISSING'"
                        + " END AS state, COUNT(*) AS members FROM registration r JOIN organisation b ON b.id = r.branch_id"
                        + " JOIN organisation o ON b.path LIKE CONCAT(o.path, '%') WHERE r.state = 'APPROVED'"
                        + " GROUP BY 1, 2 ORDER BY 1, 2";
        String counted = "SELECT organisation_id, state, CAST(SUM(members) AS SIGNED) AS members FROM form_count"
                + " GROUP BY 1, 2 HAVING SUM(members) <> 0 ORDER BY 1, 2";
        String listed = "SELECT organisation_id, state, COUNT(*) AS members FROM form_line GROUP BY 1, 2 ORDER BY 1, 2";
        assertThat(database.queryForList(counted).toString())
                .isEqualTo(database.queryForList(fresh).toString());
        assertThat(database.queryForList(listed).toString())
                .isEqualTo(database.queryForList(fresh).toString());
    }

    private ReminderDesk at(Duration later) {
        Clock then = Clock.offset(Clock.systemUTC(), later);
        return new ReminderDesk(reminders, roster, organisations, pushes, then, tx);
    }

    private List<String> reminded() {
        return database.queryForList("SELECT subject_id FROM outbox WHERE kind = 'FORM_REMINDER'", String.class);
    }

    private List<Long> ids(Caller.Viewer caller, Filter filter) {
        return value(missing.list(caller, filter, null, 50)).items().stream()
                .map(MissingDesk.Member::registrationId)
                .toList();
    }

    private LocalDate due(Caller.Viewer caller, long registration) {
        return value(missing.list(caller, Filter.ALL, null, 50)).items().stream()
                .filter(one -> one.registrationId() == registration)
                .findFirst()
                .orElseThrow()
                .due();
    }
}
