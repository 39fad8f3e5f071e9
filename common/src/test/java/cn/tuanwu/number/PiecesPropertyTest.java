package cn.tuanwu.number;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Ids;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever is allocated, taken back and used in whatever order: every number is in one piece, and counted right. */
@Tag("console")
class PiecesPropertyTest {
    private static final String PREFIX = "209844";
    private static final int SIZE = 40;
    private static final long ROOT = 1;

    /** @param kind 0 cut, 1 give back, 2 touch, 3 let go, 4 assign */
    record Act(int kind, int first, int size, long holder) {}

    /** Break: in Pieces.giveBack, leave out the last {@code keep}; in Pieces.keep, allow an empty run. */
    @Property(tries = 300)
    void everyNumberIsInOnePieceAndCountedRight(@ForAll("acts") List<Act> acts) {
        Shelf rows = new Shelf();
        Pieces pieces = new Pieces(rows, new Ids(Clock.systemUTC()));
        pieces.add(ROOT, ROOT, new NumberRange(PREFIX, 0, SIZE - 1));
        SegmentRow root = new SegmentRow();
        root.id = ROOT;
        root.organisationId = ROOT;
        for (Act act : acts) {
            int last = Math.min(SIZE - 1, act.first + act.size - 1);
            NumberRange run = new NumberRange(PREFIX, act.first, last);
            PieceRow around = rows.around(run);
            switch (act.kind) {
                case 0 -> {
                    if (around != null) {
                        pieces.cut(around, run, act.holder, act.holder);
                    }
                }
                case 1 -> giveBack(pieces, rows, run, root);
                case 2 -> rows.use(pieces, act.first);
                case 3 -> rows.free(pieces, act.first);
                default -> pieces.assign(act.holder, act.holder, run);
            }
            holds(rows);
        }
    }

    private static void giveBack(Pieces pieces, Shelf rows, NumberRange run, SegmentRow root) {
        Set<Integer> touched = new TreeSet<>(rows.used);
        PieceRow around = rows.around(run);
        if (around != null && around.holderId != ROOT) {
            long holder = around.holderId;
            List<NumberRange> back = pieces.giveBack(around, run, root);
            assertThat(back)
                    .allSatisfy(gone -> assertThat(touched).noneMatch(n -> gone.first() <= n && n <= gone.last()));
            touched.stream().filter(n -> run.first() <= n && n <= run.last()).forEach(n -> assertThat(
                            rows.around(new NumberRange(PREFIX, n, n)).holderId)
                    .isEqualTo(holder));
        }
    }

    private static void holds(Shelf rows) {
        int next = 0;
        for (PieceRow piece : rows.pieces.values()) {
            assertThat(piece.firstSerial).isEqualTo(next);
            assertThat(piece.lastSerial).isGreaterThanOrEqualTo(piece.firstSerial);
            assertThat(piece.nextSerial).isBetween(piece.firstSerial, piece.lastSerial + 1);
            assertThat(piece.touched).isEqualTo(rows.tally(piece.range()).touched());
            next = piece.lastSerial + 1;
        }
        assertThat(next).isEqualTo(SIZE);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, SIZE - 1),
                        Arbitraries.integers().between(1, 15),
                        Arbitraries.longs().between(2, 4))
                .as(Act::new)
                .list()
                .ofMaxSize(40);
    }

    /** The table of pieces, and which numbers are in use, in memory. */
    private static class Shelf implements PieceRows {
        private final TreeMap<Integer, PieceRow> pieces = new TreeMap<>();
        private final Set<Integer> used = new TreeSet<>();

        void use(Pieces all, int serial) {
            if (used.add(serial)) {
                all.count(new NumberRange(PREFIX, serial, serial), Tally.RESERVED);
            }
        }

        void free(Pieces all, int serial) {
            if (used.remove(serial)) {
                all.count(new NumberRange(PREFIX, serial, serial), Tally.RESERVED.undone());
            }
        }

        @Override
        public PieceRow around(NumberRange range) {
            var nearest = pieces.floorEntry(range.first());
            return nearest != null && nearest.getValue().lastSerial >= range.last() ? nearest.getValue() : null;
        }

        @Override
        public List<PieceRow> ofSegment(long segment) {
            return pieces.values().stream()
                    .filter(piece -> piece.segmentId == segment)
                    .toList();
        }

        @Override
        public List<PieceRow> ofSegments(List<Long> segments) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PieceRow> heldBy(long holder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PieceRow> withFree(long holder, int year) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PieceRow> overlapping(NumberRange range) {
            return pieces.values().stream()
                    .filter(piece -> piece.firstSerial <= range.last() && piece.lastSerial >= range.first())
                    .toList();
        }

        @Override
        public PieceRow beside(long segment, NumberRange range) {
            return ofSegment(segment).stream()
                    .filter(piece -> piece.lastSerial == range.first() - 1 || piece.firstSerial == range.last() + 1)
                    .min(Comparator.comparingInt(piece -> piece.firstSerial))
                    .orElse(null);
        }

        @Override
        public PieceRow hold(long id) {
            return pieces.values().stream()
                    .filter(piece -> piece.id == id)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public int take(PieceRow piece) {
            return pieces.containsValue(piece) ? 1 : 0;
        }

        @Override
        public int count(long id, NumberRange range, Tally by) {
            return 1;
        }

        @Override
        public int advance(PieceRow piece) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int taken() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void goOn(long id, int next) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int delete(long id) {
            return pieces.values().removeIf(piece -> piece.id == id) ? 1 : 0;
        }

        @Override
        public void insert(PieceRow piece) {
            assertThat(pieces.put(piece.firstSerial, piece)).isNull();
        }

        @Override
        public Tally tally(NumberRange range) {
            int touched = touched(range).size();
            return new Tally(touched, 0, 0, 0);
        }

        @Override
        public List<String> touched(NumberRange range) {
            return used.stream()
                    .filter(serial -> range.first() <= serial && serial <= range.last())
                    .map(serial -> new NumberRange(PREFIX, serial, serial).start())
                    .toList();
        }

        @Override
        public int handOver(long from, long into) {
            throw new UnsupportedOperationException();
        }
    }
}
