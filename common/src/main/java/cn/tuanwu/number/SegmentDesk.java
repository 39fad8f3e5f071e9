package cn.tuanwu.number;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Allocates number segments (团员编号分配, product §6; field-research §2.2). A committee gives runs of what it holds to
 * organisations below it, and takes back what of them nobody has touched. Every move is one transaction with its audit
 * line; of two who want the same numbers one is refused.
 */
@Service
public class SegmentDesk {
    private static final int AT_ONCE = 200;

    private final SegmentRows segments;
    private final PieceRows pieceRows;
    private final Pieces pieces;
    private final NumberRows numbers;
    private final Ledger ledger;
    private final Fence fence;
    private final Overlaps overlaps;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    SegmentDesk(
            SegmentRows segments,
            PieceRows pieceRows,
            Pieces pieces,
            NumberRows numbers,
            Ledger ledger,
            Fence fence,
            Overlaps overlaps,
            OrgDesk organisations,
            AuditDesk audit,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.segments = segments;
        this.pieceRows = pieceRows;
        this.pieces = pieces;
        this.numbers = numbers;
        this.ledger = ledger;
        this.fence = fence;
        this.overlaps = overlaps;
        this.organisations = organisations;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** One row of an allocation: which organisation gets which run. */
    public record Wish(long organisationId, NumberRange range) {}

    /**
     * Records what the root of the house got from outside it. Refused with NOT_ROOT for any other organisation, beside
     * {@code start} with SEGMENT_NOT_FREE when one of the numbers is of the house already.
     */
    public Outcome<Segment> declare(Caller.Admin caller, NumberRange range) {
        if (caller.organisation().parentId() != null) {
            return Outcome.refused(Refusal.of("NOT_ROOT", "只有最上级组织可以登记上级拨入的号段。"));
        }
        return unlessFenced(() -> {
            segments.prefix(range.prefix());
            segments.declare(range.prefix());
            List<PieceRow> there = pieceRows.overlapping(range);
            if (!there.isEmpty()) {
                return Outcome.refused(overlaps.with("start", there.get(0)));
            }
            SegmentRow row = keep(caller, null, new Wish(caller.organisation().id(), range));
            pieces.add(row.id, row.organisationId, range);
            return Outcome.done(row.segment());
        });
    }

    /**
     * Gives each organisation its run out of what the caller's organisation holds; all of them or none. Refused beside
     * {@code rows[i].organisation} with ORGANISATION_UNKNOWN outside the caller's subtree or for itself, beside {@code
     * rows[i].start} with SEGMENT_NOT_FREE; with TOO_MANY above 200 rows.
     */
    public Outcome<List<Segment>> allocate(Caller.Admin caller, List<Wish> wishes) {
        if (wishes.isEmpty() || wishes.size() > AT_ONCE) {
            return Outcome.refused(Refusal.of("TOO_MANY", "一次可以分配 1 到 " + AT_ONCE + " 个号段。"));
        }
        return unlessFenced(() -> {
            List<Segment> made = new ArrayList<>();
            List<Refusal> faults = new ArrayList<>();
            for (int i = 0; i < wishes.size(); i++) {
                Optional<Refusal> fault = give(caller, wishes.get(i), "rows[" + i + "]", made);
                fault.ifPresent(faults::add);
            }
            return faults.isEmpty() ? Outcome.done(made) : Outcome.refused(faults);
        });
    }

    private Optional<Refusal> give(Caller.Admin caller, Wish wish, String place, List<Segment> made) {
        Organisation own = caller.organisation();
        boolean below = organisations
                .find(wish.organisationId())
                .filter(found -> found.isWithin(own) && found.id() != own.id())
                .isPresent();
        if (!below) {
            return Optional.of(Refusal.at(place + ".organisation", "ORGANISATION_UNKNOWN", "没有找到这个组织。"));
        }
        Optional<PieceRow> found = pieces.hold(wish.range()).filter(piece -> piece.holderId == own.id());
        if (found.isEmpty()) {
            return Optional.of(overlaps.notFree(place + ".start", wish.range(), own));
        }
        PieceRow piece = found.get();
        SegmentRow row = keep(caller, piece.segmentId, wish);
        pieces.cut(piece, wish.range(), row.id, row.organisationId);
        segments.given(piece.segmentId, wish.range().size());
        made.add(row.segment());
        return Optional.empty();
    }

    /**
     * Takes back what nobody has touched of a segment in the caller's subtree, within {@code range} or (null) all of it,
     * into the segment it was cut out of; the answer is how many numbers. What was given on below stays there. Refused
     * with SEGMENT_UNKNOWN, also when either segment is above or beside the caller; NOTHING_TO_RECLAIM; NUMBERS_FENCED.
     */
    public Outcome<Integer> reclaim(Caller.Admin caller, long segmentId, NumberRange range) {
        return unlessFenced(() -> {
            SegmentRow segment = segments.find(segmentId);
            SegmentRow parent = segment == null || segment.parentId == null ? null : segments.find(segment.parentId);
            if (parent == null || !isWithin(caller, parent) || !isWithin(caller, segment)) {
                return Outcome.refused(Refusal.of("SEGMENT_UNKNOWN", "没有找到这个号段。"));
            }
            NumberRange asked = range == null ? segment.range() : range;
            List<NumberRange> back = pieceRows.ofSegment(segmentId).stream()
                    .filter(piece -> piece.prefix.equals(asked.prefix()))
                    .filter(piece -> piece.firstSerial <= asked.last() && asked.first() <= piece.lastSerial)
                    .flatMap(piece -> pieces.giveBack(piece, asked, parent).stream())
                    .toList();
            if (back.isEmpty()) {
                return Outcome.refused(Refusal.of("NOTHING_TO_RECLAIM", "这个号段里没有可以收回的编号：都已使用，或已再分配给下级。"));
            }
            return Outcome.done(wentBack(caller, segment, parent, back));
        });
    }

    private int wentBack(Caller caller, SegmentRow segment, SegmentRow parent, List<NumberRange> back) {
        int count = back.stream().mapToInt(NumberRange::size).sum();
        segments.reclaimed(segment.id, count, clock.instant());
        segments.given(parent.id, -count);
        back.forEach(run -> ledger.issued(new Issue.Back(segment.id, parent.id, run)));
        audit.append(caller.actor(), "numbers.reclaimed", "segment", segment.id, String.valueOf(count));
        return count;
    }

    private boolean isWithin(Caller.Admin caller, SegmentRow segment) {
        return organisations
                .find(segment.organisationId)
                .filter(found -> found.isWithin(caller.organisation()))
                .isPresent();
    }

    private <T> Outcome<T> unlessFenced(Supplier<Outcome<T>> move) {
        return tx.write(() -> fence.closed().isPresent() ? Outcome.refused(Fence.CLOSED) : move.get());
    }

    /** What one organisation held is the other's from now on (branches that merge). Joins the transaction of the cause. */
    public void handOver(long from, long into) {
        if (pieceRows.handOver(from, into) + segments.handOver(from, into) > 0) {
            numbers.handOver(from, into);
            ledger.issued(new Issue.Moved(from, into));
        }
    }

    private SegmentRow keep(Caller caller, Long parent, Wish wish) {
        SegmentRow row = new SegmentRow();
        row.id = ids.next();
        row.parentId = parent;
        row.organisationId = wish.organisationId();
        row.prefix = wish.range().prefix();
        row.firstSerial = wish.range().first();
        row.lastSerial = wish.range().last();
        row.allocatedBy = caller.actor();
        row.allocatedAt = clock.instant();
        segments.insert(row);
        ledger.issued(new Issue.Given(row.id, parent, row.organisationId, wish.range(), row.allocatedBy));
        audit.append(
                caller.actor(),
                "numbers.allocated",
                "segment",
                row.id,
                wish.range().start() + "–" + wish.range().end());
        return row;
    }
}
