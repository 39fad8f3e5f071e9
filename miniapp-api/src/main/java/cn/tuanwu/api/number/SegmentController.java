package cn.tuanwu.api.number;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.number.NumberRange;
import cn.tuanwu.number.Segment;
import cn.tuanwu.number.SegmentDesk;
import cn.tuanwu.number.SegmentDesk.Wish;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Number segments (号段): declared, allocated, taken back. */
@RestController
@RequestMapping("/api/console/numbers")
class SegmentController {
    private final SegmentDesk segments;
    private final Once once;

    SegmentController(SegmentDesk segments, Once once) {
        this.segments = segments;
        this.once = once;
    }

    @PostMapping(path = "/declarations", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] declare(Caller.Admin caller, Call call, @RequestBody Ends wish) {
        Outcome<NumberRange> range = NumberRange.read(wish.start, wish.end);
        return once.json(
                call,
                () -> range instanceof Outcome.Done<NumberRange> read
                        ? segments.declare(caller, read.value()).map(Given::of)
                        : range);
    }

    @PostMapping(path = "/allocations", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] allocate(Caller.Admin caller, Call call, @RequestBody Allocation wish) {
        List<Wish> wishes = new ArrayList<>();
        List<Refusal> faults = new ArrayList<>();
        List<Row> rows = wish.rows == null ? List.of() : wish.rows;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Outcome<NumberRange> range = NumberRange.read(row.start, row.end);
            if (range instanceof Outcome.Done<NumberRange> read) {
                wishes.add(new Wish(Typed.id(row.organisation), read.value()));
            } else {
                Refusal fault = ((Outcome.Refused<NumberRange>) range).first();
                faults.add(Refusal.at("rows[" + i + "]." + fault.field(), fault.code(), fault.text()));
            }
        }
        return once.json(
                call,
                () -> faults.isEmpty()
                        ? segments.allocate(caller, wishes)
                                .map(made ->
                                        new Items(made.stream().map(Given::of).toList()))
                        : Outcome.refused(faults));
    }

    @PostMapping(path = "/segments/{id}/reclaim", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] reclaim(Caller.Admin caller, Call call, @PathVariable("id") String id, @RequestBody Ends wish) {
        boolean whole = wish.start == null && wish.end == null;
        Outcome<NumberRange> range = whole ? Outcome.done(null) : NumberRange.read(wish.start, wish.end);
        return once.json(
                call,
                () -> range instanceof Outcome.Done<NumberRange> read
                        ? segments.reclaim(caller, Typed.id(id), read.value()).map(Reclaimed::new)
                        : range);
    }

    record Ends(String start, String end) {}

    record Row(String organisation, String start, String end) {}

    record Allocation(List<Row> rows) {}

    record Items(List<Given> items) {}

    record Reclaimed(int numbers) {}

    record Given(String id, String organisation, RangeView range) {
        static Given of(Segment segment) {
            return new Given(
                    Long.toString(segment.id()),
                    Long.toString(segment.organisationId()),
                    RangeView.of(segment.range()));
        }
    }
}
