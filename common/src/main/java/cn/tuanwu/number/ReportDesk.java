package cn.tuanwu.number;

import cn.tuanwu.access.Caller;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Shows what became of numbers: segment by segment, number by number, and in sum for the organisations of a subtree.
 * Reading only; nothing outside the caller's subtree. Pages are cut by the last thing on the one before.
 */
@Service
public class ReportDesk {
    private static final int PAGE = 50;

    private final SegmentRows segments;
    private final PieceRows pieceRows;
    private final Pieces pieces;
    private final NumberRows numbers;
    private final ReportRows report;
    private final LowAlarm alarm;
    private final OrgDesk organisations;

    ReportDesk(
            SegmentRows segments,
            PieceRows pieceRows,
            Pieces pieces,
            NumberRows numbers,
            ReportRows report,
            LowAlarm alarm,
            OrgDesk organisations) {
        this.segments = segments;
        this.pieceRows = pieceRows;
        this.pieces = pieces;
        this.numbers = numbers;
        this.report = report;
        this.alarm = alarm;
        this.organisations = organisations;
    }

    /** @param next where the following page begins; null on the last one */
    public record Page<T>(List<T> items, String next) {}

    /** The segments of one organisation, newest first; empty outside the subtree. */
    public Optional<Page<Usage>> segments(Caller.Viewer caller, long organisationId, String after) {
        if (within(caller, organisationId).isEmpty()) {
            return Optional.empty();
        }
        long before = after != null && after.matches("[0-9]{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
        List<SegmentRow> found = segments.of(organisationId, before, PAGE + 1);
        List<SegmentRow> page = found.subList(0, Math.min(PAGE, found.size()));
        Map<Long, List<PieceRow>> held = page.isEmpty()
                ? Map.of()
                : pieceRows.ofSegments(page.stream().map(row -> row.id).toList()).stream()
                        .collect(Collectors.groupingBy(piece -> piece.segmentId));
        List<Usage> usages = page.stream()
                .map(row -> usage(row, held.getOrDefault(row.id, List.of())))
                .toList();
        return Optional.of(new Page<>(usages, found.size() > PAGE ? Long.toString(page.get(PAGE - 1).id) : null));
    }

    private Usage usage(SegmentRow row, List<PieceRow> held) {
        Tally tally = held.stream().map(PieceRow::tally).reduce(new Tally(0, 0, 0, 0), Tally::plus);
        List<NumberRange> runs = held.stream().map(PieceRow::range).toList();
        int reserved = tally.touched() - tally.used() - tally.voided() - tally.handedOut();
        return new Usage(
                row.segment(), runs, row.given, row.back, tally.handedOut(), reserved, tally.used(), tally.voided());
    }

    /** The free runs of what an organisation holds itself: what it can allocate, or hand out. */
    public List<NumberRange> free(Caller.Viewer caller, long organisationId) {
        return within(caller, organisationId).isEmpty()
                ? List.of()
                : pieces.untouched(pieceRows.heldBy(organisationId));
    }

    /** The numbers of one segment, as far as its organisation still holds it, that are not free; empty outside the subtree. */
    public Optional<Page<Number>> numbers(Caller.Viewer caller, long segmentId, String after) {
        SegmentRow segment = segments.find(segmentId);
        if (segment == null || within(caller, segment.organisationId).isEmpty()) {
            return Optional.empty();
        }
        String from = after != null && after.matches("[0-9]{12}") ? after : "";
        List<Number> found = new ArrayList<>();
        for (PieceRow piece : pieceRows.ofSegment(segmentId)) {
            if (piece.touched > 0 && piece.range().end().compareTo(from) > 0 && found.size() <= PAGE) {
                numbers.within(piece.range(), from, PAGE + 1 - found.size()).stream()
                        .map(row -> new Number(row.number, row.state, row.since, row.reason))
                        .forEach(found::add);
            }
        }
        List<Number> page = List.copyOf(found.subList(0, Math.min(PAGE, found.size())));
        return Optional.of(
                new Page<>(page, found.size() > PAGE ? page.get(PAGE - 1).number() : null));
    }

    /**
     * Sums for one organisation with everything below it, and for each organisation right below it.
     * Empty outside the caller's subtree.
     *
     * @param year of the numbers; null for all years
     */
    public Optional<Sums> sums(Caller.Viewer caller, long organisationId, Integer year, String after) {
        return within(caller, organisationId).map(organisation -> sums(organisation, year, after));
    }

    private Sums sums(Organisation organisation, Integer year, String after) {
        String years = year == null ? "%" : year + "%";
        long from = after != null && after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0;
        List<Organisation> found = organisations.childrenOf(organisation, from, PAGE + 1);
        List<Organisation> page = found.subList(0, Math.min(PAGE, found.size()));
        Map<Long, SumRow> sums = report.below(organisation.path(), years).stream()
                .collect(Collectors.toMap(row -> row.organisationId, Function.identity()));
        List<Sum> items = page.stream()
                .map(child -> sum(child, sums.getOrDefault(child.id(), new SumRow())))
                .toList();
        return new Sums(
                sum(organisation, report.of(organisation.path(), years)),
                new Page<>(
                        items,
                        found.size() > PAGE ? Long.toString(page.get(PAGE - 1).id()) : null));
    }

    private Sum sum(Organisation organisation, SumRow row) {
        return new Sum(
                organisation,
                row.held,
                row.held - row.touched,
                row.touched - row.used - row.voided,
                row.used,
                row.voided,
                alarm.isLow(row.held, row.held - row.touched));
    }

    /** How many numbers of its newest year an organisation has left, for those who tell its admins. */
    public int left(long organisationId) {
        return alarm.left(organisationId).free();
    }

    public boolean isLow(long organisationId) {
        LowAlarm.Left left = alarm.left(organisationId);
        return alarm.isLow(left.held(), left.free());
    }

    private Optional<Organisation> within(Caller.Viewer caller, long organisationId) {
        return organisations.find(organisationId).filter(found -> found.isWithin(caller.organisation()));
    }

    /**
     * @param pieces the runs of it the organisation still holds; the rest was given on, or back
     * @param given how many were allocated on below
     * @param back how many went back to where they came from
     */
    public record Usage(
            Segment segment,
            List<NumberRange> pieces,
            int given,
            int back,
            int handedOut,
            int reserved,
            int used,
            int voided) {

        /** How many numbers the organisation still holds. */
        public int here() {
            return segment.range().size() - given - back;
        }

        public int free() {
            return here() - handedOut - reserved - used - voided;
        }
    }

    /** @param reason why it is void or taken, when somebody said so */
    public record Number(String number, NumberDesk.State state, Instant since, String reason) {}

    /**
     * @param held by the organisation and all below it
     * @param waiting handed out, or reserved by an open registration
     * @param low nearly used up
     */
    public record Sum(
            Organisation organisation, long held, long free, long waiting, long used, long voided, boolean low) {}

    public record Sums(Sum own, Page<Sum> below) {}
}
