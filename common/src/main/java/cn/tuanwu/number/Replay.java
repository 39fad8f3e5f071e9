package cn.tuanwu.number;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Issues again what the journal remembers and the database has forgotten. Segments become what they were; a number that
 * somebody had is handed out: its holder may still register with it, and nobody is ever given it.
 */
@Component
class Replay {
    static final String REASON = "恢复数据库前已发出";

    private final SegmentRows segments;
    private final PieceRows pieceRows;
    private final Pieces pieces;
    private final NumberRows numbers;
    private final Clock clock;

    Replay(SegmentRows segments, PieceRows pieceRows, Pieces pieces, NumberRows numbers, Clock clock) {
        this.segments = segments;
        this.pieceRows = pieceRows;
        this.pieces = pieces;
        this.numbers = numbers;
        this.clock = clock;
    }

    void again(Journal.Entry entry) {
        if (entry.issue() instanceof Issue.Given given) {
            give(given, entry.at());
        } else if (entry.issue() instanceof Issue.Back back) {
            giveBack(back);
        } else if (entry.issue() instanceof Issue.Taken taken) {
            take(taken);
        } else if (entry.issue() instanceof Issue.Moved moved) {
            pieceRows.handOver(moved.from(), moved.into());
            segments.handOver(moved.from(), moved.into());
            numbers.handOver(moved.from(), moved.into());
        }
    }

    private void give(Issue.Given given, Instant at) {
        SegmentRow row = new SegmentRow();
        row.id = given.segment();
        row.parentId = given.parent();
        row.organisationId = given.organisation();
        row.prefix = given.range().prefix();
        row.firstSerial = given.range().first();
        row.lastSerial = given.range().last();
        row.allocatedBy = given.actor();
        row.allocatedAt = at;
        if (segments.insert(row) == 1) {
            pieces.assign(row.id, row.organisationId, given.range());
            if (row.parentId != null) {
                segments.given(row.parentId, given.range().size());
            }
        }
    }

    private void giveBack(Issue.Back back) {
        SegmentRow parent = segments.find(back.parent());
        if (parent != null) {
            pieces.assignBack(back.range(), parent);
            segments.reclaimed(back.segment(), back.range().size(), clock.instant());
            segments.given(parent.id, -back.range().size());
        }
    }

    /** Who has it in this database already, from before the backup, keeps it. */
    private void take(Issue.Taken taken) {
        NumberRange run = NumberRange.of(new MemberNumber(taken.number()));
        Optional<PieceRow> piece = Optional.ofNullable(pieceRows.around(run));
        boolean isVoid = taken.state() == NumberDesk.State.VOID;
        if (isVoid && numbers.voidHandedOut(taken.number(), REASON, clock.instant()) == 1) {
            pieces.count(run, Tally.HANDED_OUT_VOIDED);
            return;
        }
        NumberDesk.State state = isVoid ? NumberDesk.State.VOID : NumberDesk.State.HANDED_OUT;
        Long holder = isVoid ? null : piece.map(found -> found.holderId).orElse(taken.handedTo());
        if (numbers.take(taken.number(), state, holder, REASON, clock.instant()) == 1) {
            pieces.count(run, isVoid ? Tally.VOIDED : Tally.HANDED_OUT);
        }
    }
}
