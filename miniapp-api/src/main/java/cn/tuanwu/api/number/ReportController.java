package cn.tuanwu.api.number;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.number.NumberDesk;
import cn.tuanwu.number.ReportDesk;
import cn.tuanwu.number.ReportDesk.Page;
import cn.tuanwu.number.ReportDesk.Sum;
import cn.tuanwu.number.ReportDesk.Sums;
import cn.tuanwu.number.ReportDesk.Usage;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of member numbers. Another committee's do not exist for the caller. */
@RestController
@RequestMapping("/api/console/numbers")
class ReportController {
    private final ReportDesk report;

    ReportController(ReportDesk report) {
        this.report = report;
    }

    @GetMapping("/segments")
    Ledger segments(
            Caller.Viewer caller,
            @RequestParam(name = "organisation", required = false) String organisation,
            @RequestParam(name = "after", required = false) String after) {
        long id = organisation(caller, organisation);
        Page<Usage> page = report.segments(caller, id, after).orElseThrow(ReportController::elsewhere);
        return new Ledger(
                page.items().stream().map(SegmentView::of).toList(),
                page.next(),
                report.free(caller, id).stream().map(RangeView::of).toList());
    }

    @GetMapping("/segments/{id}/numbers")
    Numbers numbers(
            Caller.Viewer caller,
            @PathVariable("id") String id,
            @RequestParam(name = "after", required = false) String after) {
        Page<ReportDesk.Number> page = report.numbers(caller, Typed.id(id), after)
                .orElseThrow(() -> new RefusedRequest("SEGMENT_UNKNOWN", "没有找到这个号段。"));
        return new Numbers(
                page.items().stream()
                        .map(one -> new NumberView(one.number(), one.state(), one.since(), one.reason()))
                        .toList(),
                page.next());
    }

    private static RefusedRequest elsewhere() {
        return new RefusedRequest("ORGANISATION_UNKNOWN", "没有找到这个组织。");
    }

    @GetMapping("/usage")
    SumsView usage(
            Caller.Viewer caller,
            @RequestParam(name = "organisation", required = false) String organisation,
            @RequestParam(name = "year", required = false) String year,
            @RequestParam(name = "after", required = false) String after) {
        Integer only = year != null && year.matches("[0-9]{4}") ? Integer.valueOf(year) : null;
        Sums sums = report.sums(caller, organisation(caller, organisation), only, after)
                .orElseThrow(ReportController::elsewhere);
        return new SumsView(
                SumView.of(sums.own()),
                sums.below().items().stream().map(SumView::of).toList(),
                sums.below().next());
    }

    private static long organisation(Caller.Viewer caller, String typed) {
        return typed == null ? caller.organisation().id() : Typed.id(typed);
    }

    /** @param free what the organisation itself can allocate or hand out */
    record Ledger(List<SegmentView> items, String next, List<RangeView> free) {}

    record SegmentView(
            String id,
            RangeView range,
            Instant allocatedAt,
            boolean reclaimable,
            int here,
            int free,
            int given,
            int back,
            int handedOut,
            int reserved,
            int used,
            int voided) {
        static SegmentView of(Usage usage) {
            return new SegmentView(
                    Long.toString(usage.segment().id()),
                    RangeView.of(usage.segment().range()),
                    usage.segment().allocatedAt(),
                    usage.segment().parentId() != null && usage.free() > 0,
                    usage.here(),
                    usage.free(),
                    usage.given(),
                    usage.back(),
                    usage.handedOut(),
                    usage.reserved(),
                    usage.used(),
                    usage.voided());
        }
    }

    record Numbers(List<NumberView> items, String next) {}

    record NumberView(String number, NumberDesk.State state, Instant since, String reason) {}

    record SumsView(SumView own, List<SumView> items, String next) {}

    record SumView(
            String organisation,
            String name,
            boolean branch,
            long held,
            long free,
            long waiting,
            long used,
            long voided,
            boolean low) {
        static SumView of(Sum sum) {
            return new SumView(
                    Long.toString(sum.organisation().id()),
                    sum.organisation().name(),
                    sum.organisation().isBranch(),
                    sum.held(),
                    sum.free(),
                    sum.waiting(),
                    sum.used(),
                    sum.voided(),
                    sum.low());
        }
    }
}
