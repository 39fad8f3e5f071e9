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
import org.springframework.stereotype.Service;

/**
 * Allocates number segments (团员编号分配, product §6; field-research §2.2). A committee gives runs of what it holds to
 * organisations below it, and takes back what of them nobody has touched. Every move is one transaction with its audit
 * line; of two who want the same numbers one is refused.
 */
@Service
public class SegmentDesk {
    static final String NOT_FREE = "SEGMENT_NOT_FREE";
    private static final int AT_ONCE = 200;

    private final SegmentRows segments;
    private final PieceRows pieceRows;
    private final Pieces pieces;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    SegmentDesk(
            SegmentRows segments,
            PieceRows pieceRows,
            Pieces pieces,
            OrgDesk organisations,
            AuditDesk audit,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.segments = segments;
        this.pieceRows = pieceRows;
        this.pieces = pieces;
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
    public Outcome<Segment> declare(Caller.OrgAccount caller, NumberRange range) {
        if (caller.organisation().parentId() != null) {
            return Outcome.refused(Refusal.of("NOT_ROOT", "只有最上级组织可以登记上级拨入的号段。"));
        }
        return tx.write(() -> {
            segments.prefix(range.prefix());
            segments.declare(range.prefix());
            PieceRow there = pieceRows.overlapping(range);
            if (there != null) {
                return Outcome.refused(overlaps("start", there));
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
    public Outcome<List<Segment>> allocate(Caller.OrgAccount caller, List<Wish> wishes) {
        if (wishes.isEmpty() || wishes.size() > AT_ONCE) {
            return Outcome.refused(Refusal.of("TOO_MANY", "一次可以分配 1 到 " + AT_ONCE + " 个号段。"));
        }
        return tx.write(() -> {
            List<Segment> made = new ArrayList<>();
            List<Refusal> faults = new ArrayList<>();
            for (int i = 0; i < wishes.size(); i++) {
                Optional<Refusal> fault = give(caller, wishes.get(i), "rows[" + i + "]", made);
                fault.ifPresent(faults::add);
            }
            return faults.isEmpty() ? Outcome.done(made) : Outcome.refused(faults);
        });
    }

    private Optional<Refusal> give(Caller.OrgAccount caller, Wish wish, String place, List<Segment> made) {
        Organisation own = caller.organisation();
        boolean below = organisations
                .find(wish.organisationId())
                .filter(found -> found.isWithin(own) && found.id() != own.id())
                .isPresent();
        if (!below) {
            return Optional.of(Refusal.at(place + ".organisation", "ORGANISATION_UNKNOWN", "没有找到这个组织。"));
        }
        PieceRow piece = pieceRows.around(wish.range());
        if (piece == null || piece.holderId != own.id()) {
            return Optional.of(notFree(place + ".start", wish.range(), own));
        }
        SegmentRow row = keep(caller, piece.segmentId, wish);
        pieces.cut(piece, wish.range(), row.id, row.organisationId);
        made.add(row.segment());
        return Optional.empty();
    }

    /**
     * Takes back what nobody has touched of a segment the caller's organisation gave, within {@code range}; the answer is
     * how many numbers. What was given on below stays there. Refused with SEGMENT_UNKNOWN, NOTHING_TO_RECLAIM.
     */
    public Outcome<Integer> reclaim(Caller.OrgAccount caller, long segmentId, NumberRange range) {
        return tx.write(() -> {
            SegmentRow segment = segments.find(segmentId);
            SegmentRow parent = segment == null || segment.parentId == null ? null : segments.find(segment.parentId);
            if (parent == null || parent.organisationId != caller.organisation().id()) {
                return Outcome.refused(Refusal.of("SEGMENT_UNKNOWN", "没有找到这个号段。"));
            }
            int back = pieceRows.ofSegment(segmentId).stream()
                    .filter(piece -> piece.prefix.equals(range.prefix()))
                    .filter(piece -> piece.firstSerial <= range.last() && range.first() <= piece.lastSerial)
                    .mapToInt(piece -> pieces.giveBack(piece, range, parent))
                    .sum();
            if (back == 0) {
                return Outcome.refused(Refusal.of("NOTHING_TO_RECLAIM", "这个号段里没有可以收回的编号：都已使用，或已再分配给下级。"));
            }
            segments.reclaimed(segmentId, clock.instant());
            audit.append(caller.actor(), "numbers.reclaimed", "segment", segmentId, String.valueOf(back));
            return Outcome.done(back);
        });
    }

    /**
     * The newest 200 segments of an organisation with what became of them. Nothing outside the caller's subtree.
     */
    public List<Usage> usage(Caller.OrgAccount caller, long organisationId) {
        boolean within = organisations
                .find(organisationId)
                .filter(found -> found.isWithin(caller.organisation()))
                .isPresent();
        return within ? segments.of(organisationId).stream().map(this::usage).toList() : List.of();
    }

    private Usage usage(SegmentRow row) {
        List<PieceRow> held = pieceRows.ofSegment(row.id);
        int touched = held.stream().mapToInt(piece -> piece.touched).sum();
        List<NumberRange> runs = held.stream().map(PieceRow::range).toList();
        return new Usage(row.segment(), runs, touched, pieces.untouched(held));
    }

    private SegmentRow keep(Caller.OrgAccount caller, Long parent, Wish wish) {
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
        audit.append(
                caller.actor(),
                "numbers.allocated",
                "segment",
                row.id,
                wish.range().start() + "–" + wish.range().end());
        return row;
    }

    private Refusal notFree(String field, NumberRange wanted, Organisation own) {
        PieceRow there = pieceRows.overlapping(wanted);
        if (there == null || there.holderId == own.id()) {
            return Refusal.at(field, NOT_FREE, "这些编号不全在本级可分配的同一段号码内，请对照可分配的号段填写。");
        }
        return overlaps(field, there);
    }

    private Refusal overlaps(String field, PieceRow there) {
        String holder =
                organisations.find(there.holderId).map(Organisation::shortName).orElse("其他组织");
        NumberRange run = there.range();
        return Refusal.at(field, NOT_FREE, "其中 " + run.start() + "–" + run.end() + " 已属于" + holder + "，请另选号段。");
    }

    /**
     * @param pieces the runs of it the organisation still holds; the rest was given on, or back
     * @param touched how many of those are reserved, used or void
     * @param free the runs that can be given on, or used
     */
    public record Usage(Segment segment, List<NumberRange> pieces, int touched, List<NumberRange> free) {

        /** How many numbers the organisation still holds. */
        public int here() {
            return pieces.stream().mapToInt(NumberRange::size).sum();
        }
    }
}
