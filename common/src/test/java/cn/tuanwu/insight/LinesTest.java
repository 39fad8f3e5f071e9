package cn.tuanwu.insight;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.org.Trees;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.Erasure;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever happens to registrations, the lines and the counters say what is there. */
@RoomTest
@Tag("console")
class LinesTest {
    private static final int MOVES = "full".equals(System.getProperty("proof")) ? 1_200 : 72;
    private static final long[] BRANCHES = {1001, 1002, 1003, 1101};
    private static final Map<Long, Caller.Staff> REVIEWERS =
            Map.of(1001L, People.ZHANG_SAN, 1002L, People.ZHAO_MIN, 1003L, People.CHEN_JING, 1101L, People.ZHAO_MIN);

    @Autowired
    TreeDesk tree;

    @Autowired
    MemberDesk members;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    Erasure erasure;

    @Autowired
    Tx tx;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    JdbcTemplate database;

    /** Break: leave out the old places in Lines.changes, or the lock in refresh. */
    @Test
    void countersEqualTheCountAfterRandomMoves() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        List<Callable<Void>> walkers = new ArrayList<>();
        for (int walker = 0; walker < 4; walker++) {
            Random random = new Random(walker);
            List<Caller.OwnAccount> owners = someAccounts();
            walkers.add(() -> {
                moveAround(random, owners);
                return null;
            });
        }
        for (var done : pool.invokeAll(walkers)) {
            done.get();
        }
        pool.shutdown();
        everythingAgrees();
        assertThat(database.queryForList("SELECT DISTINCT state FROM member_line", String.class))
                .hasSizeGreaterThan(1);
    }

    /** Break: leave the old ancestors' lines, or shift with the same sign, in Lines.relocate. */
    @Test
    void aMovedSubtreeTakesItsMembersAlongAndAMergedBranchGivesThemAway() {
        database.update("INSERT INTO organisation (id, parent_id, kind, name, short_name, code, initials, path)"
                + " VALUES (1900, 100, 'BRANCH', '临时团支部', '临时支部', '1900', 'LS', '/1/10/100/1900/')");
        people.someoneSubmitted(aProfile().inBranch(1900L));
        people.someoneSubmitted(aProfile().inBranch(1101L));
        People.value(tree.move("system", 1900, 101));
        everythingAgrees();
        People.value(tree.merge("system", 1900, 1101));
        everythingAgrees();
        assertThat(database.queryForObject("SELECT COUNT(*) FROM member_line WHERE organisation_id = 1900", Long.class))
                .isZero();
    }

    /** Break: leave out holdTree in refresh. */
    @Test
    void whoIsErasedWhileTheBranchMovesElsewhereStandsNowhere() throws Exception {
        Organisation branch = new Trees(tree, database).plant(100, Organisation.Kind.BRANCH);
        Registration someone = people.someoneSubmitted(aProfile().inBranch(branch.id()));
        CountDownLatch moved = new CountDownLatch(1);
        CompletableFuture<Void> moving = CompletableFuture.runAsync(() -> tx.run(() -> {
            People.value(tree.move("test", branch.id(), 101));
            moved.countDown();
            aMoment();
        }));
        moved.await();
        assertThat(tx.write(() -> erasure.erase(someone.id(), "test", "TEST"))).isTrue();
        moving.join();
        for (String lines : List.of("member_line", "oath_line", "form_line", "leaving_line")) {
            assertThat(database.queryForObject(
                            "SELECT COUNT(*) FROM " + lines + " WHERE registration_id = ?", Long.class, someone.id()))
                    .as(lines)
                    .isZero();
        }
        everythingAgrees();
    }

    /** Break: don't listen to RealName.Settled. */
    @Test
    void aSettledCheckIsInTheLine() {
        Registration someone = people.someoneSubmitted(aProfile());
        assertThat(realNameIn(someone)).isEqualTo("CHECKING");
        people.checked(someone, RealName.Result.MATCH);
        assertThat(realNameIn(someone)).isEqualTo("PASSED");
    }

    /** Long enough for the other to come to where it waits. */
    private static void aMoment() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Caller.OwnAccount> someAccounts() {
        List<Caller.OwnAccount> owners = new ArrayList<>();
        for (int i = 0; i < MOVES / 24; i++) {
            owners.add(people.someoneRegistered());
        }
        return owners;
    }

    private void moveAround(Random random, List<Caller.OwnAccount> owners) {
        for (int move = 0; move < MOVES / 4; move++) {
            Caller.OwnAccount owner = owners.get(random.nextInt(owners.size()));
            Optional<Registration> present = registrations.mine(owner);
            if (present.isEmpty()) {
                people.checked(submitted(random, owner), RealName.Result.MATCH);
            } else {
                move(random, owner, present.get());
            }
        }
    }

    private Registration submitted(Random random, Caller.OwnAccount owner) {
        long branch = BRANCHES[random.nextInt(BRANCHES.length)];
        return People.value(registrations.submit(
                owner,
                aProfile()
                        .inBranch(branch)
                        .bornOn(LocalDate.of(2004, 1, 1).plusDays(random.nextInt(365)))
                        .build()));
    }

    private void move(Random random, Caller.OwnAccount owner, Registration present) {
        switch (present.state().isEditable() ? 0 : 1 + random.nextInt(3)) {
            case 0 -> people.checked(submitted(random, owner), RealName.Result.MATCH);
            case 1 -> decide(present, new Decision.Approve());
            case 2 -> decide(present, new Decision.SendBack(ReturnReason.JOIN_MONTH_WRONG));
            default -> registrations.withdraw(owner);
        }
    }

    private void decide(Registration present, Decision decision) {
        if (present.state() == Registration.State.PENDING) {
            reviews.decideOnPhone(REVIEWERS.get(present.branch().id()), people.openTaskOf(present), decision);
        }
    }

    private void everythingAgrees() {
        String truth = "SELECT o.id AS organisation, r.state AS state, COUNT(*) AS members FROM organisation o"
                + " JOIN organisation b ON b.path LIKE CONCAT(o.path, '%') JOIN registration r ON r.branch_id = b.id"
                + " WHERE r.state <> 'DRAFT' GROUP BY o.id, r.state ORDER BY o.id, r.state";
        List<Map<String, Object>> there = database.queryForList(truth);
        assertThat(database.queryForList("SELECT organisation_id AS organisation, state, COUNT(*) AS members"
                        + " FROM member_line GROUP BY organisation_id, state ORDER BY organisation_id, state"))
                .isEqualTo(there);
        assertThat(database.queryForList("SELECT organisation_id AS organisation, state, CAST(SUM(members) AS SIGNED)"
                        + " AS members FROM member_count GROUP BY organisation_id, state HAVING SUM(members) <> 0"
                        + " ORDER BY organisation_id, state"))
                .isEqualTo(there);
        assertThat(People.value(members.total(seats.viewer(Seats.PROVINCE), MemberFilter.ALL))
                        .members())
                .isEqualTo(there.stream()
                        .filter(row -> row.get("organisation").equals(Seats.PROVINCE))
                        .mapToLong(row -> (Long) row.get("members"))
                        .sum());
    }

    private String realNameIn(Registration someone) {
        return database.queryForObject(
                "SELECT DISTINCT real_name FROM member_line WHERE registration_id = ?", String.class, someone.id());
    }
}
