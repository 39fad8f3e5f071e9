package cn.tuanwu.number;

import cn.tuanwu.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The numbers of the house, cut into pieces that never overlap; the only place that changes them. Every change first
 * takes the piece it is about by one conditional update. Whoever comes second runs its whole transaction again
 * ({@link cn.tuanwu.kernel.Tx}) and sees what the first has left.
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

    /** The number gets a row in number_use ({@code by} 1) or loses it (-1). Nothing when it is not of the house. */
    void touch(NumberRange number, int by) {
        for (int i = 0; i < TRIES; i++) {
            PieceRow piece = rows.around(number);
            if (piece == null || rows.touch(piece.id, number, by) == 1) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("the piece around a number changed " + TRIES + " times");
    }

    /** Gives a run out of a piece to another holder; what is left of the piece stays where it was. */
    void cut(PieceRow piece, NumberRange run, long segment, long holder) {
        take(piece);
        keep(piece, before(piece.range(), run));
        add(segment, holder, run);
        keep(piece, after(piece.range(), run));
    }

    /** Numbers from outside the house. */
    void add(long segment, long holder, NumberRange run) {
        PieceRow row = new PieceRow();
        row.id = ids.next();
        row.segmentId = segment;
        row.holderId = holder;
        row.prefix = run.prefix();
        row.firstSerial = run.first();
        row.lastSerial = run.last();
        row.touched = rows.countTouched(run);
        rows.insert(row);
    }

    /** Gives what nobody has touched of a piece back; the answer is how many numbers that were. */
    int giveBack(PieceRow piece, NumberRange within, SegmentRow parent) {
        take(piece);
        int given = 0;
        NumberRange asked = common(piece.range(), within);
        keep(piece, before(piece.range(), asked));
        int next = asked.first();
        for (String number : rows.touched(asked)) {
            int serial = NumberRange.of(new MemberNumber(number)).first();
            given += giveBack(new NumberRange(piece.prefix, next, serial - 1), parent);
            keep(piece, new NumberRange(piece.prefix, serial, serial));
            next = serial + 1;
        }
        given += giveBack(new NumberRange(piece.prefix, next, asked.last()), parent);
        keep(piece, after(piece.range(), asked));
        return given;
    }

    private int giveBack(NumberRange run, SegmentRow parent) {
        if (run.size() <= 0) {
            return 0;
        }
        NumberRange whole = run;
        PieceRow beside = rows.beside(parent.id, whole);
        while (beside != null) {
            take(beside);
            whole = new NumberRange(
                    run.prefix(),
                    Math.min(whole.first(), beside.firstSerial),
                    Math.max(whole.last(), beside.lastSerial));
            beside = rows.beside(parent.id, whole);
        }
        add(parent.id, parent.organisationId, whole);
        return run.size();
    }

    private void take(PieceRow piece) {
        if (rows.take(piece) == 0) {
            throw new OptimisticLockingFailureException("somebody else has changed the piece");
        }
        rows.delete(piece.id);
    }

    private void keep(PieceRow piece, NumberRange run) {
        if (run.size() > 0) {
            add(piece.segmentId, piece.holderId, run);
        }
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
