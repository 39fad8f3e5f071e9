package cn.tuanwu.number;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.number.NumberDesk.Standing;
import cn.tuanwu.number.SegmentDesk.Usage;
import cn.tuanwu.number.SegmentDesk.Wish;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.support.RoomTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many admins allocate and take back, while members register with the numbers, all at once. */
@RoomTest
@Tag("console")
class LedgerCrowdTest {
    private static final boolean FULL = "full".equals(System.getProperty("proof"));
    private static final int THREADS = FULL ? 64 : 16;
    private static final Duration TIME = Duration.ofSeconds(FULL ? 60 : 5);
    private static final String PREFIX = "209944";
    private static final int SIZE = 600;
    private static final List<Long> BRANCHES = List.of(1001L, 1002L, 1003L);

    @Autowired
    SegmentDesk segments;

    @Autowired
    NumberDesk numbers;

    @Autowired
    OrgDesk organisations;

    @Autowired
    Tx tx;

    @Autowired
    JdbcTemplate database;

    private final AtomicLong registration = new AtomicLong(1_000_000);
    private final AtomicLong tried = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    /**
     * Break: in PieceRows.take, leave out {@code AND version = #{version}}; in Pieces.giveBack, leave out the touched.
     */
    @Test
    @DisplayName("§6 no number twice, none outside its owner's segment, no overlap, under any load")
    void noNumberTwiceNoneOutsideItsOwnersSegmentNoOverlap() throws Exception {
        segments.declare(as(1), new NumberRange(PREFIX, 0, SIZE - 1));
        ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
        long end = System.nanoTime() + TIME.toNanos();
        Callable<Void> life = () -> {
            while (System.nanoTime() < end) {
                act();
            }
            return null;
        };
        try {
            for (Future<Void> one : crowd.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(i -> life).toList())) {
                one.get();
            }
        } finally {
            crowd.shutdownNow();
        }
        System.out.println(done + " changes of " + tried + " tried by " + THREADS + " threads; at the end "
                + count("number_piece") + " pieces, " + count("number_use") + " numbers in use");
        everyNumberIsInExactlyOnePiece();
        assertThat(outsideTheirSegments()).isEmpty();
        assertThat(countedWrongly()).isEmpty();
    }

    private void act() {
        ThreadLocalRandom dice = ThreadLocalRandom.current();
        long branch = BRANCHES.get(dice.nextInt(BRANCHES.size()));
        boolean changed =
                switch (dice.nextInt(8)) {
                    case 0, 1 -> isDone(segments.allocate(as(1), List.of(new Wish(100, runOf(1)))));
                    case 2, 3 -> isDone(segments.allocate(as(100), List.of(new Wish(branch, runOf(100)))));
                    case 4 -> takeBack(as(100), branch, runOf(branch));
                    case 5 -> takeBack(as(1), 100, runOf(100));
                    default -> live(branch, runOf(branch).first());
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

    private boolean takeBack(Caller.OrgAccount caller, long from, NumberRange run) {
        List<Usage> given = segments.usage(caller, from);
        return !given.isEmpty()
                && isDone(segments.reclaim(
                        caller,
                        given.get(ThreadLocalRandom.current().nextInt(given.size()))
                                .segment()
                                .id(),
                        run));
    }

    /** Somebody registers with a number of the branch; some withdraw. */
    private boolean live(long branch, int serial) {
        MemberNumber number = new MemberNumber(new NumberRange(PREFIX, serial, serial).start());
        long id = registration.incrementAndGet();
        Outcome<MemberNumber> reserved = tx.write(() -> {
            Outcome<MemberNumber> kept = numbers.reserve(number, id);
            boolean own = numbers.standing(number.text(), branch) == Standing.OWN;
            return own ? kept : Outcome.refused(Refusal.of("OTHERS", ""));
        });
        if (isDone(reserved)) {
            tx.run(() -> {
                if (id % 3 == 0) {
                    numbers.use(id);
                } else {
                    numbers.release(id);
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
                "SELECT p.id FROM number_piece p WHERE p.prefix = '" + PREFIX + "' AND p.touched <> ("
                        + "SELECT COUNT(*) FROM number_use u WHERE u.number LIKE '" + PREFIX + "%'"
                        + " AND CAST(SUBSTRING(u.number, 7) AS UNSIGNED) BETWEEN p.first_serial AND p.last_serial)",
                Long.class);
    }

    private Long count(String table) {
        return database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
    }

    private static boolean isDone(Outcome<?> outcome) {
        return outcome instanceof Outcome.Done<?>;
    }

    private Caller.OrgAccount as(long organisation) {
        return new Caller.OrgAccount(1, organisations.find(organisation).orElseThrow());
    }
}
