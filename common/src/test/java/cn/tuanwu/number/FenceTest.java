package cn.tuanwu.number;

import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.number.SegmentDesk.Wish;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.support.Console;
import cn.tuanwu.support.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** An older backup is restored, with the tools of the server, under running nodes and before new ones start. */
@Tag("console")
@TestMethodOrder(MethodOrderer.MethodName.class)
class FenceTest {
    private static final long MATHS = 100;
    private static final long MATHS_2301 = 1001;
    private static House house;
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext two;
    private static int next;

    private final String prefix = ChinaTime.date(Clock.systemUTC().instant()).getYear() + "44";

    @BeforeAll
    static void twoNodesStart() throws IOException {
        house = new House();
        one = house.node();
        two = house.node();
    }

    @BeforeEach
    void theFenceIsOpen() {
        FenceDesk.Standing shown = fence(one).look(as(one, 1));
        if (shown.closed()) {
            fence(one).confirm(as(one, 1), shown.database(), shown.issued());
        }
        fence(two).look(as(two, 1));
    }

    @AfterAll
    static void theyStop() {
        house.close();
    }

    /**
     * Break: in Fence.look, take the database for what was issued; in Replay.again, leave out one kind of line; in
     * Ledger.beforeCommit, leave out the journal.
     */
    @Test
    void afterAnOlderBackupNothingIsGivenUntilAnAdminConfirmsAndThenNothingTwice() {
        NumberRange declared = declare(1000);
        allocate(run(declared, 0, 99), MATHS);
        allocate(as(one, MATHS), run(declared, 0, 9), MATHS_2301);
        List<String> given = new ArrayList<>(List.of(next(one), next(two)));
        Path backup = house.backUp();

        given.addAll(List.of(next(one), next(two), next(two)));
        String reserved = run(declared, 7, 7).start();
        tx(two).run(() -> value(numbers(two).reserve(new MemberNumber(reserved), 4711)));
        tx(two).run(() -> numbers(two).use(4711));
        String spoilt = run(declared, 8, 8).start();
        value(handOut(one).makeVoid(as(one, MATHS), spoilt, "志愿书破损"));
        allocate(as(two, MATHS), run(declared, 10, 29), 1002);
        allocate(as(one, MATHS), run(declared, 30, 39), 1003);
        long segment = segmentsOf(1003).get(0).segment().id();
        value(segments(two).reclaim(as(two, MATHS), segment, run(declared, 35, 39)));
        allocate(as(two, MATHS), run(declared, 35, 37), 1002);
        Map<String, List<String>> before = holdings();
        house.restore(backup);

        assertThat(holdings()).isNotEqualTo(before);
        long reconciled = reconciliations();
        assertThat(fence(one).look(as(one, 1)).closed()).isTrue();
        everythingIsRefused(one, declared);
        ConfigurableApplicationContext third = house.node();
        everythingIsRefused(third, declared);
        assertThat(refusalOf(fence(third).confirm(as(third, MATHS), 0, 0))).isEqualTo("NOT_ROOT");
        FenceDesk.Standing shown = fence(third).look(as(third, 1));
        assertThat(shown.missing()).isEqualTo(9);
        assertThat(shown.items())
                .extracting(FenceDesk.Missing::numbers)
                .contains(given.get(2), given.get(3), given.get(4), reserved, spoilt);
        assertThat(refusalOf(fence(third).confirm(as(third, 1), shown.database(), shown.issued() + 1)))
                .isEqualTo("LEDGER_MOVED_ON");
        assertThat(value(fence(third).confirm(as(third, 1), shown.database(), shown.issued()))
                        .closed())
                .isFalse();

        assertThat(holdings()).isEqualTo(before);
        assertThat(reconciliations()).isEqualTo(reconciled + 1);
        fence(one).look(as(one, 1));
        assertThat(numbersLeftTo(MATHS_2301)).doesNotContainAnyElementsOf(given).doesNotContain(reserved, spoilt);
        assertThat(refusalOf(tx(one).write(() -> numbers(one).reserve(new MemberNumber(spoilt), 4712))))
                .isEqualTo("MEMBER_NUMBER_TAKEN");
        tx(one).run(() -> value(numbers(one).reserve(new MemberNumber(reserved), 4713)));
        third.close();
    }

    /** Break: in Fence.look, let pass no unconfirmed step. */
    @Test
    void anIntentThatWasNeverCommittedClosesNothing() {
        declare(10);
        long position = database().queryForObject("SELECT position FROM number_ledger", Long.class);
        journal(one).intend(position + 1, Clock.systemUTC().instant(), List.of(new Issue.Moved(1, 1)));
        assertThat(fence(two).look(as(two, 1)).closed()).isFalse();
        NumberRange more = declare(10);
        assertThat(more.size()).isEqualTo(10);
        assertThat(fence(one).look(as(one, 1)).closed()).isFalse();
    }

    /** Break: in Fence.look, leave out the intended. */
    @Test
    void aSecondIntentProvesTheFirst() {
        declare(10);
        long position = database().queryForObject("SELECT position FROM number_ledger", Long.class);
        journal(one).intend(position + 1, Clock.systemUTC().instant(), List.of(new Issue.Moved(1, 1)));
        journal(two).intend(position + 2, Clock.systemUTC().instant(), List.of(new Issue.Moved(1, 1)));
        FenceDesk.Standing shown = fence(two).look(as(two, 1));
        assertThat(shown.closed()).isTrue();
        value(fence(two).confirm(as(two, 1), shown.database(), shown.issued()));
        assertThat(fence(one).look(as(one, 1)).closed()).isFalse();
    }

    /**
     * Break: in Fence.look, leave out the mark; in Ledger.beforeCommit, raise the position for what is made void, too; in
     * Fence.missing, leave out isVoidAlready.
     */
    @Test
    void redisRemembersWhenTheFolderIsGoneTooAndPeopleSayWhatIsOut() throws IOException {
        String out = declare(10).start();
        Path backup = house.backUp();
        declare(10);
        house.restore(backup);
        try (Stream<Path> journals = Files.walk(house.files())) {
            journals.filter(file -> file.toString().endsWith(".log"))
                    .forEach(file -> file.toFile().renameTo(new java.io.File(file + ".gone")));
        }
        ConfigurableApplicationContext fresh = house.node();
        FenceDesk.Standing shown = fence(fresh).look(as(fresh, 1));
        assertThat(shown.closed()).isTrue();
        assertThat(shown.missing()).isZero();
        value(handOut(fresh).makeVoid(as(fresh, 1), out, "对照志愿书，已发出"));
        assertThat(fence(fresh).look(as(fresh, 1))).isEqualTo(shown);
        value(fence(fresh).confirm(as(fresh, 1), shown.database(), shown.issued()));
        assertThat(fence(fresh).look(as(fresh, 1)).closed()).isFalse();

        house.restore(backup);
        FenceDesk.Standing again = fence(fresh).look(as(fresh, 1));
        assertThat(again.items()).extracting(FenceDesk.Missing::numbers).containsExactly(out);
        value(fence(fresh).confirm(as(fresh, 1), again.database(), again.issued()));
        assertThat(refusalOf(tx(fresh).write(() -> numbers(fresh).reserve(new MemberNumber(out), 4714))))
                .isEqualTo("MEMBER_NUMBER_TAKEN");
        fresh.close();
    }

    /** Break: in Ledger.beforeCommit, leave out {@code fence.pass}. */
    @Test
    void aNodeThatIsOvertakenByARestoreIssuesNothingInTheSecondsBeforeItLooks() {
        declare(10);
        declare(10);
        fence(one).look(as(one, 1));
        database().update("UPDATE number_ledger SET position = position - 2");
        assertThatThrownBy(() -> declare(10)).hasMessageContaining("reconciliation");
        FenceDesk.Standing shown = fence(one).look(as(one, 1));
        assertThat(shown.closed()).isTrue();
        value(fence(one).confirm(as(one, 1), shown.database(), shown.issued()));
    }

    @Test
    void redisAloneLostClosesNothing() {
        declare(10);
        StringRedisTemplate redis = one.getBean(StringRedisTemplate.class);
        redis.delete(redis.keys("numbers:issued:*"));
        assertThat(fence(one).look(as(one, 1)).closed()).isFalse();
    }

    private void everythingIsRefused(ConfigurableApplicationContext node, NumberRange declared) {
        fence(node).look(as(node, 1));
        List<Outcome<?>> tried = List.of(
                segments(node).declare(as(node, 1), new NumberRange(prefix, 900_000, 900_001)),
                segments(node).allocate(as(node, 1), List.of(new Wish(101, run(declared, 200, 209)))),
                segments(node)
                        .reclaim(
                                as(node, MATHS),
                                segmentsOf(MATHS_2301).get(0).segment().id(),
                                null),
                handOut(node).next(Console.reviewer(as(node, MATHS)), MATHS_2301),
                handOut(node).makeVoid(as(node, MATHS), run(declared, 9, 9).start(), "破损"),
                handOut(node).takeBack(as(node, MATHS), run(declared, 0, 0).start(), "没有填写"),
                tx(node).write(() -> numbers(node)
                        .reserve(new MemberNumber(run(declared, 9, 9).start()), 1)));
        assertThat(tried).allSatisfy(end -> assertThat(refusalOf(end)).isEqualTo("NUMBERS_FENCED"));
    }

    private static NumberRange declare(int size) {
        NumberRange range =
                new NumberRange(ChinaTime.date(Clock.systemUTC().instant()).getYear() + "44", next, next + size - 1);
        next += size;
        value(segments(one).declare(as(one, 1), range));
        return range;
    }

    private static void allocate(NumberRange run, long organisation) {
        allocate(as(one, 1), run, organisation);
    }

    private static void allocate(Caller.Admin from, NumberRange run, long organisation) {
        value(segments(one).allocate(from, List.of(new Wish(organisation, run))));
    }

    private static String next(ConfigurableApplicationContext node) {
        return value(handOut(node).next(Console.reviewer(as(node, MATHS)), MATHS_2301))
                .text();
    }

    private static List<String> numbersLeftTo(long branch) {
        List<String> left = new ArrayList<>();
        while (handOut(one).next(Console.reviewer(as(one, MATHS)), branch) instanceof Outcome.Done<MemberNumber> done) {
            left.add(done.value().text());
        }
        return left;
    }

    private static List<ReportDesk.Usage> segmentsOf(long organisation) {
        return one.getBean(ReportDesk.class)
                .segments(Console.viewer(as(one, 1)), organisation, null)
                .orElseThrow()
                .items();
    }

    /** Who holds what, and which numbers nobody can be given. */
    private static Map<String, List<String>> holdings() {
        return Map.of(
                "pieces",
                lines("SELECT CONCAT_WS(' ', holder_id, segment_id, first_serial, last_serial, touched, voided)"
                        + " FROM number_piece ORDER BY prefix, first_serial"),
                "segments",
                lines("SELECT CONCAT_WS(' ', id, organisation_id, first_serial, last_serial, given, back)"
                        + " FROM number_segment ORDER BY id"),
                "numbers",
                lines("SELECT CONCAT_WS(' ', number, state = 'VOID') FROM number_use ORDER BY number"));
    }

    private static long reconciliations() {
        return database().queryForObject("SELECT COUNT(*) FROM audit WHERE action = 'numbers.reconciled'", Long.class);
    }

    private static List<String> lines(String query) {
        return database().queryForList(query, String.class);
    }

    private static NumberRange run(NumberRange declared, int first, int last) {
        return new NumberRange(declared.prefix(), declared.first() + first, declared.first() + last);
    }

    private static JdbcTemplate database() {
        return one.getBean(JdbcTemplate.class);
    }

    private static Caller.Admin as(ConfigurableApplicationContext node, long organisation) {
        return Console.admin(node.getBean(OrgDesk.class).find(organisation).orElseThrow());
    }

    private static SegmentDesk segments(ConfigurableApplicationContext node) {
        return node.getBean(SegmentDesk.class);
    }

    private static HandOutDesk handOut(ConfigurableApplicationContext node) {
        return node.getBean(HandOutDesk.class);
    }

    private static NumberDesk numbers(ConfigurableApplicationContext node) {
        return node.getBean(NumberDesk.class);
    }

    private static FenceDesk fence(ConfigurableApplicationContext node) {
        return node.getBean(FenceDesk.class);
    }

    private static Journal journal(ConfigurableApplicationContext node) {
        return node.getBean(Journal.class);
    }

    private static Tx tx(ConfigurableApplicationContext node) {
        return node.getBean(Tx.class);
    }
}
