package cn.tuanwu.number;

import cn.tuanwu.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The numbers of the house, cut into pieces that never overlap; the only place that changes them. Every change first
 * takes the piece it is about by one conditional update. Whoever {@link #hold}s it waits for the one before and sees what
 * that one has left; whoever took it as read, and came second, runs its whole transaction again
 * ({@link cn.tuanwu.kernel.Tx}).
 */
@Component
class Pieces {
    private static final int TRIES = 5;

    private final PieceRows rows;
    private final Ids ids;

    Pieces(PieceRows rows, Ids ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /** The piece a run lies in, this transaction's alone until its end; empty when the run lies in none. */
    Optional<PieceRow> hold(NumberRange run) {
        return hold(() -> rows.around(run));
    }

    /** A piece never changes its run or its segment: who finds it gone looks for what came in its place. */
    private Optional<PieceRow> hold(Supplier<PieceRow> looking) {
        for (int i = 0; i < TRIES; i++) {
            PieceRow seen = looking.get();
            if (seen == null) {
                return Optional.empty();
            }
            PieceRow held = rows.hold(seen.id);
            if (held != null) {
                return Optional.of(held);
            }
        }
        throw new OptimisticLockingFailureException("the piece looked for was cut " + TRIES + " times");
    }

    /** The number's row in number_use comes, goes or changes. The piece it is in; empty when it is not of the house. */
    Optional<PieceRow> count(NumberRange number, Tally by) {
        for (int i = 0; i < TRIES; i++) {
            PieceRow piece = rows.around(number);
            if (piece == null) {
                return Optional.empty();
            }
            if (rows.count(piece.id, number, by) == 1) {
                piece.count(piece.tally().plus(by));
                return Optional.of(piece);
            }
        }
        throw new OptimisticLockingFailureException("the piece around a number changed " + TRIES + " times");
    }

    /** Gives a run out of a piece to another holder; what is left of the piece stays where it was. */
    void cut(PieceRow piece, NumberRange run, long segment, long holder) {
        take(piece);
        keep(piece, before(piece.range(), run));
        add(segment, holder, run, run.first());
        keep(piece, after(piece.range(), run));
    }

    /** Numbers from outside the house. */
    void add(long segment, long holder, NumberRange run) {
        add(segment, holder, run, run.first());
    }

    /** Makes the run one piece of this holder, whoever has parts of it. */
    void assign(long segment, long holder, NumberRange run) {
        clear(run);
        add(segment, holder, run);
    }

    /** As {@link #assign}, joined with what the parent has beside it, as when it was given back. */
    void assignBack(NumberRange run, SegmentRow parent) {
        clear(run);
        giveBack(run, parent, new ArrayList<>());
    }

    private void clear(NumberRange run) {
        for (PieceRow piece : rows.overlapping(run)) {
            take(piece);
            keep(piece, before(piece.range(), run));
            keep(piece, after(piece.range(), run));
        }
    }

    /** Gives what nobody has touched of a piece back; the answer is the runs that were. */
    List<NumberRange> giveBack(PieceRow seen, NumberRange within, SegmentRow parent) {
        PieceRow piece = Optional.ofNullable(rows.hold(seen.id)).orElse(seen);
        take(piece);
        List<NumberRange> given = new ArrayList<>();
        NumberRange asked = common(piece.range(), within);
        keep(piece, before(piece.range(), asked));
        int next = asked.first();
        for (String number : rows.touched(asked)) {
            int serial = NumberRange.of(new MemberNumber(number)).first();
            giveBack(new NumberRange(piece.prefix, next, serial - 1), parent, given);
            keep(piece, new NumberRange(piece.prefix, serial, serial));
            next = serial + 1;
        }
        giveBack(new NumberRange(piece.prefix, next, asked.last()), parent, given);
        keep(piece, after(piece.range(), asked));
        return given;
    }

    private void giveBack(NumberRange run, SegmentRow parent, List<NumberRange> given) {
        if (run.size() <= 0) {
            return;
        }
        NumberRange whole = run;
        for (Optional<PieceRow> beside = beside(parent, whole); beside.isPresent(); beside = beside(parent, whole)) {
            PieceRow joined = beside.get();
            take(joined);
            whole = new NumberRange(
                    run.prefix(),
                    Math.min(whole.first(), joined.firstSerial),
                    Math.max(whole.last(), joined.lastSerial));
        }
        add(parent.id, parent.organisationId, whole);
        given.add(run);
    }

    private Optional<PieceRow> beside(SegmentRow parent, NumberRange run) {
        return hold(() -> rows.beside(parent.id, run));
    }

    private void take(PieceRow piece) {
        if (rows.take(piece) == 0) {
            throw new OptimisticLockingFailureException("somebody else has changed the piece");
        }
        rows.delete(piece.id);
    }

    /** Where handing out had come to stays where it was. */
    private void keep(PieceRow piece, NumberRange run) {
        if (run.size() > 0) {
            int next = Math.min(Math.max(piece.nextSerial, run.first()), run.last() + 1);
            add(piece.segmentId, piece.holderId, run, next);
        }
    }

    private void add(long segment, long holder, NumberRange run, int next) {
        PieceRow row = new PieceRow();
        row.id = ids.next();
        row.segmentId = segment;
        row.holderId = holder;
        row.prefix = run.prefix();
        row.firstSerial = run.first();
        row.lastSerial = run.last();
        row.nextSerial = next;
        row.count(rows.tally(run));
        rows.insert(row);
    }

    /** What a list of pieces leaves free, for those who choose a run to allocate. */
    List<NumberRange> untouched(List<PieceRow> pieces) {
        List<NumberRange> free = new ArrayList<>();
        for (PieceRow piece : pieces) {
            int next = piece.firstSerial;
            for (String number : piece.touched == 0 ? List.<String>of() : rows.touched(piece.range())) {
                int serial = NumberRange.of(new MemberNumber(number)).first();
                if (next < serial) {
                    free.add(new NumberRange(piece.prefix, next, serial - 1));
                }
                next = serial + 1;
            }
            if (next <= piece.lastSerial) {
                free.add(new NumberRange(piece.prefix, next, piece.lastSerial));
            }
        }
        return free;
    }

    private static NumberRange before(NumberRange piece, NumberRange run) {
        return new NumberRange(piece.prefix(), piece.first(), run.first() - 1);
    }

    private static NumberRange after(NumberRange piece, NumberRange run) {
        return new NumberRange(piece.prefix(), run.last() + 1, piece.last());
    }

    private static NumberRange common(NumberRange one, NumberRange other) {
        return new NumberRange(one.prefix(), Math.max(one.first(), other.first()), Math.min(one.last(), other.last()));
    }
}
