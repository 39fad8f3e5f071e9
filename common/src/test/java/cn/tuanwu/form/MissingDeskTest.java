package cn.tuanwu.form;

import static cn.tuanwu.form.Papers.paper;
import static cn.tuanwu.support.People.LI_SI;
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
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.ProfileFixture;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
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
    ApplicationEventPublisher events;

    @Autowired
    Tx tx;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    /** Break: compare with "2020-02" in FormLines.due, or leave lines.refresh out of Filing.settle. */
    @Test
    void theDeadlineIsThirtyDaysAfterTheApprovalForJoinersFrom2020() {
        Caller.Viewer branch = newBranch(1910, 201);
        Registration young = approved(1910, aProfile().joined("2020-01"));
        Registration old = approved(1910, aProfile().joined("2019-12").numbered(Identities.memberNumber(2019)));
        Registration pending = people.someoneSubmitted(aProfile().inBranch(1910L));
        LocalDate today = ChinaTime.date(Instant.now());
        assertThat(due(branch, young.id())).isEqualTo(today.plusDays(30));
        assertThat(due(branch, old.id())).isNull();
        assertThat(ids(branch, Filter.ALL))
                .containsExactly(young.id(), old.id())
                .doesNotContain(pending.id());
        value(forms.file(ZHANG_SAN, old.id(), paper()));
        assertThat(ids(branch, Filter.ALL)).containsExactly(young.id());
        assertThat(ids(branch, new Filter(null, Which.FORMAL, null))).containsExactly(old.id());
        value(forms.file(ZHANG_SAN, old.id(), paper()));
        assertThat(ids(branch, new Filter(null, Which.WAITING, "欧阳"))).containsExactly(old.id());
        assertThat(missing.counts(branch).all())
                .extracting(MissingDesk.Count::formal, MissingDesk.Count::waiting, MissingDesk.Count::missing)
                .containsExactly(1L, 1L, 1L);
    }

    /** Break: leave the caller out of Lacking.within, or look with the roots of looking() in Choosing. */
    @Test
    void nobodySeesOrIsOfferedWhoIsElsewhere() {
        Caller.Viewer branch = newBranch(1911, 202);
        Registration member = approved(1911, aProfile().named("慕容雪"));
        Caller.Viewer physics = seats.viewer(Seats.PHYSICS);
        assertThat(ids(branch, Filter.ALL)).containsExactly(member.id());
        assertThat(ids(physics, Filter.ALL)).doesNotContain(member.id());
        assertThat(refusalOf(missing.list(physics, new Filter(1911L, null, null), null, 5)))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(refusalOf(missing.counts(physics, 1911))).isEqualTo("ORGANISATION_UNKNOWN");
        MissingDesk.Choice choice = missing.ofStaff(LI_SI, "慕容", 10).get(0);
        String phone = people.account(new Caller.OwnAccount(member.accountId()))
                .phone()
                .number();
        assertThat(choice.name()).isEqualTo("慕**");
        assertThat(choice.phone()).isEqualTo(phone.substring(7));
        assertThat(choice.missing()).isTrue();
        assertThat(missing.ofStaff(LI_SI, phone, 10))
                .extracting(MissingDesk.Choice::registrationId)
                .containsExactly(member.id());
        assertThat(missing.ofStaff(ZHAO_MIN, phone, 10)).isEmpty();
        database.update("UPDATE roster SET role = 'VIEWER' WHERE organisation_id = 1911");
        assertThat(missing.ofStaff(LI_SI, phone, 10))
                .as("who only looks files for nobody")
                .isEmpty();
    }

    /** Break: take the week out of the key of the push in ReminderDesk.remind. */
    @Test
    void onceAWeekWhoDecidesForABranchHearsOfIt() {
        newBranch(1912, 204);
        Registration member = approved(1912, aProfile());
        at(Duration.ZERO).remind();
        assertThat(reminders(1912)).isEmpty();
        ReminderDesk later = at(Duration.ofDays(40));
        later.remind();
        later.remind();
        assertThat(reminders(1912)).containsExactly(204L);
        LocalDate week =
                database.queryForObject("SELECT week FROM form_reminder WHERE branch_id = 1912", LocalDate.class);
        assertThat(pushed(204)).containsExactly(week.toString());
        assertThat(later.due(204, week).overdue()).isPositive();
        at(Duration.ofDays(47)).remind();
        assertThat(reminders(1912)).containsExactly(204L, 204L);
        assertThat(pushed(204)).hasSize(2);
        Lacking then = new Lacking(lines, organisations, null, Clock.offset(Clock.systemUTC(), Duration.ofDays(31)));
        assertThat(then.counts(organisations.find(1912).orElseThrow()).all().overdue())
                .isEqualTo(1);
        value(forms.file(ZHAO_MIN, member.id(), paper()));
        assertThat(then.counts(organisations.find(1912).orElseThrow()).all().overdue())
                .isZero();
        at(Duration.ofDays(54)).remind();
        assertThat(reminders(1912)).as("nothing is missing any more").hasSize(2);
    }

    /** Break: count without the places of before in FormLines.changes, or shift with the same sign in relocate. */
    @Test
    void countersEqualTheCountAfterRandomMoves() throws Exception {
        newBranch(1900, 203);
        List<Registration> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(approved(i < 2 ? 1900 : 1001, aProfile()));
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
        for (var done : pool.invokeAll(walkers)) {
            done.get();
        }
        pool.shutdown();
        everythingAgrees();
        value(tree.move("system", 1900, 101));
        everythingAgrees();
        assertThat(missing.counts(seats.viewer(Seats.PHYSICS)).all().formal()).isPositive();
        value(tree.merge("system", 1900, 1101));
        everythingAgrees();
        long task = database.queryForList(
                        "SELECT id FROM review_task WHERE kind = 'FORM' AND state = 'OPEN' AND branch_id = 1101",
                        Long.class)
                .get(0);
        value(reviews.decideOnPhone(ZHAO_MIN, task, new Decision.Approve()));
        everythingAgrees();
    }

    /** Break: leave FormEnds.stepped empty. */
    @Test
    void aRegistrationThatIsGoneLeavesNoForm() {
        newBranch(1913, 201);
        long member = approved(1913, aProfile()).id();
        value(forms.file(ZHANG_SAN, member, paper()));
        Form waiting = value(forms.file(ZHANG_SAN, member, paper()));
        tx.run(() -> {
            database.update("DELETE FROM registration WHERE id = ?", member);
            events.publishEvent(new Registration.Stepped(member));
        });
        assertThat(database.queryForList("SELECT id FROM form WHERE registration_id = ?", member))
                .isEmpty();
        assertThat(database.queryForList("SELECT * FROM form_line WHERE registration_id = ?", member))
                .isEmpty();
        assertThat(database.queryForObject(
                        "SELECT state FROM review_task WHERE form_id = ?", String.class, waiting.id()))
                .isEqualTo("CANCELLED");
        everythingAgrees();
    }

    /** Break: order by the registration alone in MissingRows.list. */
    @Test
    void aPageReadsItsRowsAndHardlyMore() {
        database.update("INSERT INTO form_line (organisation_id, registration_id, state, due, name)"
                + " SELECT 9, 1000000 + seq, 'MISSING', DATE '2026-01-01' + INTERVAL seq % 300 DAY, '欧阳'"
                + " FROM seq_1_to_" + MANY);
        database.update("INSERT INTO organisation (id, parent_id, kind, name, short_name, code, initials, path)"
                + " VALUES (9, 1, 'COMMITTEE', '很大的团委', '很大的团委', '9', 'HDTW', '/1/9/')");
        Caller.Viewer root = seats.viewer(9);
        String middle = LocalDate.of(2026, 5, 1) + "." + 1_010_000;
        for (String after : Arrays.asList(null, middle)) {
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
        String listed = "SELECT organisation_id, state, COUNT(*) AS members FROM form_line WHERE organisation_id <> 9"
                + " GROUP BY 1, 2 ORDER BY 1, 2";
        assertThat(database.queryForList(counted).toString())
                .isEqualTo(database.queryForList(fresh).toString());
        assertThat(database.queryForList(listed).toString())
                .isEqualTo(database.queryForList(fresh).toString());
    }

    private ReminderDesk at(Duration later) {
        Clock then = Clock.offset(Clock.systemUTC(), later);
        return new ReminderDesk(reminders, roster, organisations, pushes, then, tx);
    }

    /** Under the mathematicians, with one operator. */
    private Caller.Viewer newBranch(long id, long operator) {
        database.update(
                "INSERT INTO organisation (id, parent_id, kind, name, short_name, code, initials, path)"
                        + " VALUES (?, 100, 'BRANCH', ?, ?, ?, 'LS', ?)",
                id,
                id + "团支部",
                id + "支部",
                Long.toString(id),
                "/1/10/100/" + id + "/");
        database.update("INSERT INTO roster (organisation_id, staff_id, role) VALUES (?, ?, 'OPERATOR')", id, operator);
        return seats.viewer(id);
    }

    private Registration approved(long branch, ProfileFixture profile) {
        long operator = database.queryForList(
                        "SELECT staff_id FROM roster WHERE organisation_id = ?", Long.class, branch)
                .get(0);
        return people.someoneApproved(profile.inBranch(branch), new Caller.Staff(operator, "运营者"));
    }

    private List<Long> reminders(long branch) {
        return database.queryForList("SELECT staff_id FROM form_reminder WHERE branch_id = ?", Long.class, branch);
    }

    private List<String> pushed(long staff) {
        return database.queryForList(
                "SELECT receiver FROM outbox WHERE kind = 'FORM_REMINDER' AND subject_id = ?", String.class, staff);
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
