package cn.tuanwu.number;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.number.NumberDesk.Standing;
import cn.tuanwu.number.SegmentDesk.Wish;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.support.Console;
import cn.tuanwu.support.House;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many admins allocate and take back, branches hand out the next number, members register with what they typed, all at
 * once on two nodes over one database.
 */
@Tag("console")
class LedgerCrowdTest {
    private static final boolean FULL = "full".equals(System.getProperty("proof"));
    private static final int THREADS = FULL ? 64 : 16;
    private static final Duration TIME = Duration.ofSeconds(FULL ? 60 : 3);
    private static final String PREFIX = "209944";
    private static final int SIZE = FULL ? 20_000 : 1_000;
    private static final List<Long> BRANCHES = List.of(1001L, 1002L, 1003L);

    private House house;
    private List<Node> nodes;
    private JdbcTemplate database;
    private OrgDesk organisations;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> twice = new ConcurrentLinkedQueue<>();

    private final AtomicLong registration = new AtomicLong(1_000_000);
    private final AtomicLong tried = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    /** Six times others were quicker: the caller is told to try again. */
    private final AtomicLong overrun = new AtomicLong();

    /** What a thread of one node works with. */
    private record Node(SegmentDesk segments, HandOutDesk handOut, NumberDesk numbers, ReportDesk report, Tx tx) {
        static Node of(ConfigurableApplicationContext context) {
            return new Node(
                    context.getBean(SegmentDesk.class),
                    context.getBean(HandOutDesk.class),
                    context.getBean(NumberDesk.class),
                    context.getBean(ReportDesk.class),
                    context.getBean(Tx.class));
        }
    }

    @BeforeEach
    void twoNodesStart() throws IOException {
        house = new House();
        ConfigurableApplicationContext one = house.node();
        nodes = List.of(Node.of(one), Node.of(house.node()));
        database = one.getBean(JdbcTemplate.class);
        organisations = one.getBean(OrgDesk.class);
    }

    @AfterEach
    void theyStop() {
        house.close();
    }

    /**
     * Break: in PieceRows.take, leave out {@code AND version = #{version}}; in Pieces.giveBack, leave out the touched.
     */
    @Test
    @DisplayName("§6 no number twice, none outside its owner's segment, no overlap, under any load")
    void noNumberTwiceNoneOutsideItsOwnersSegmentNoOverlap() throws Exception {
        nodes.get(0).segments.declare(as(1), new NumberRange(PREFIX, 0, SIZE - 1));
        ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
        long end = System.nanoTime() + TIME.toNanos();
        try {
            for (Future<Void> one : crowd.invokeAll(IntStream.range(0, THREADS)
                    .mapToObj(i -> life(nodes.get(i % 2), end))
                    .toList())) {
                one.get();
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(done.get()).isPositive();
        System.out.println(done + " changes of " + tried + " tried by " + THREADS + " threads on two nodes (" + overrun
                + " overrun by others); at the end " + count("number_piece") + " pieces, " + count("number_use")
                + " numbers in use");
        assertThat(twice).isEmpty();
        everyNumberIsInExactlyOnePiece();
        assertThat(outsideTheirSegments()).isEmpty();
        assertThat(countedWrongly()).isEmpty();
    }

    private Callable<Void> life(Node node, long end) {
        return () -> {
            while (System.nanoTime() < end) {
                try {
                    act(node);
                } catch (ConcurrencyFailureException e) {
                    overrun.incrementAndGet();
                }
            }
            return null;
        };
    }

    private void act(Node node) {
        ThreadLocalRandom dice = ThreadLocalRandom.current();
        long branch = BRANCHES.get(dice.nextInt(BRANCHES.size()));
        boolean changed =
                switch (dice.nextInt(10)) {
                    case 0, 1 -> isDone(node.segments.allocate(as(1), List.of(new Wish(100, runOf(1)))));
                    case 2, 3 -> isDone(node.segments.allocate(as(100), List.of(new Wish(branch, runOf(100)))));
                    case 4 -> takeBack(node, as(100), branch, runOf(branch));
                    case 5 -> takeBack(node, as(1), 100, runOf(100));
                    case 6 ->
                        isDone(node.handOut.makeVoid(as(100), runOf(branch).start(), "破损"));
                    case 7, 8 -> next(node, branch);
                    default -> live(node, branch, runOf(branch).first());
                };
        tried.incrementAndGet();
        if (changed) {
            done.incrementAndGet();
        }
    }

    /** A run out of what someone seems to hold; others are after it too. */
    private NumberRange runOf(long holder) {
        ThreadLocalRandom dice = ThreadLocalRandom.current();
        List<Map<String, Object>> pieces = database.queryForList(
                "SELECT first_serial, last_serial FROM number_piece WHERE prefix = ? AND holder_id = ?",
                PREFIX,
                holder);
        if (pieces.isEmpty()) {
            return new NumberRange(PREFIX, 0, 0);
        }
        Map<String, Object> piece = pieces.get(dice.nextInt(pieces.size()));
        int last = (int) piece.get("last_serial");
        int first = dice.nextInt((int) piece.get("first_serial"), last + 1);
        return new NumberRange(PREFIX, first, Math.min(last, first + dice.nextInt(20)));
    }

    /** What was handed out once and never taken back is handed out to nobody else. */
    private boolean next(Node node, long branch) {
        Outcome<MemberNumber> given = node.handOut.next(Console.reviewer(as(100)), branch);
        if (given instanceof Outcome.Done<MemberNumber> done
                && !acknowledged.add(done.value().text())) {
            twice.add(done.value().text());
        }
        return isDone(given);
    }

    private boolean takeBack(Node node, Caller.Admin caller, long from, NumberRange run) {
        List<ReportDesk.Usage> given = node.report
                .segments(Console.viewer(caller), from, null)
                .orElseThrow()
                .items();
        return !given.isEmpty()
                && isDone(node.segments.reclaim(
                        caller,
                        given.get(ThreadLocalRandom.current().nextInt(given.size()))
                                .segment()
                                .id(),
                        run));
    }

    /** Somebody registers with a number of the branch; some withdraw. */
    private boolean live(Node node, long branch, int serial) {
        MemberNumber number = new MemberNumber(new NumberRange(PREFIX, serial, serial).start());
        long id = registration.incrementAndGet();
        Outcome<MemberNumber> reserved = node.tx.write(() -> {
            Outcome<MemberNumber> kept = node.numbers.reserve(number, id);
            boolean own = node.numbers.standing(number.text(), branch) == Standing.OWN;
            return own ? kept : Outcome.refused(Refusal.of("OTHERS", ""));
        });
        if (isDone(reserved)) {
            node.tx.run(() -> {
                if (id % 3 == 0) {
                    node.numbers.use(id);
                } else {
                    node.numbers.release(id);
                }
            });
        }
        return isDone(reserved);
    }

    private void everyNumberIsInExactlyOnePiece() {
        List<Map<String, Object>> rows = database.queryForList(
                "SELECT first_serial, last_serial FROM number_piece WHERE prefix = ? ORDER BY first_serial", PREFIX);
        int next = 0;
        for (Map<String, Object> row : rows) {
            assertThat(row.get("first_serial")).isEqualTo(next);
            next = (int) row.get("last_serial") + 1;
        }
        assertThat(next).isEqualTo(SIZE);
    }

    private List<String> outsideTheirSegments() {
        return database.queryForList(
                "SELECT u.number FROM number_use u WHERE u.number LIKE '" + PREFIX + "%' AND NOT EXISTS ("
                        + "SELECT 1 FROM number_piece p WHERE p.prefix = '" + PREFIX + "' AND p.holder_id > 1000"
                        + " AND CAST(SUBSTRING(u.number, 7) AS UNSIGNED) BETWEEN p.first_serial AND p.last_serial)",
                String.class);
    }

    private List<Long> countedWrongly() {
        return database.queryForList(
                "SELECT p.id FROM number_piece p WHERE p.prefix = '" + PREFIX
                        + "' AND CONCAT_WS(' ', p.touched, p.used, p.voided, p.handed_out) <> ("
                        + "SELECT CONCAT_WS(' ', COUNT(*), COALESCE(SUM(u.state = 'USED'), 0),"
                        + " COALESCE(SUM(u.state = 'VOID'), 0), COALESCE(SUM(u.state = 'HANDED_OUT'), 0))"
                        + " FROM number_use u WHERE u.number LIKE '" + PREFIX + "%'"
                        + " AND CAST(SUBSTRING(u.number, 7) AS UNSIGNED) BETWEEN p.first_serial AND p.last_serial)",
                Long.class);
    }

    private Long count(String table) {
        return database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
    }

    private static boolean isDone(Outcome<?> outcome) {
        return outcome instanceof Outcome.Done<?>;
    }

    private Caller.Admin as(long organisation) {
        return Console.admin(organisations.find(organisation).orElseThrow());
    }
}
