package cn.tuanwu.api.org;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.change.Change;
import cn.tuanwu.change.RequestDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes a superior is asked for: what waits for the caller, what the caller's organisation asked. */
@RestController
@RequestMapping(path = "/api/console/changes", produces = MediaType.APPLICATION_JSON_VALUE)
class RequestController {
    private final RequestDesk requests;
    private final Once once;

    RequestController(RequestDesk requests, Once once) {
        this.requests = requests;
        this.once = once;
    }

    /** @param box {@code asked} for what the caller's organisation asked, else what waits to be decided */
    @GetMapping
    Items list(
            Caller.Admin caller,
            @RequestParam(name = "box", defaultValue = "todo") String box,
            @RequestParam(name = "before", required = false) String before) {
        Long from = before == null ? null : Long.valueOf(TreeController.number(before));
        RequestDesk.Page page = box.equals("asked") ? requests.asked(caller, from) : requests.toDecide(caller, from);
        return new Items(
                page.changes().stream().map(Request::of).toList(),
                page.next() == null ? null : Long.toString(page.next()));
    }

    @PostMapping("/{id}/agree")
    byte[] agree(Caller.Admin caller, Call call, @PathVariable("id") String id) {
        return json(call, () -> requests.agree(caller, TreeController.number(id)));
    }

    @PostMapping("/{id}/refuse")
    byte[] refuse(Caller.Admin caller, Call call, @PathVariable("id") String id, @RequestBody Refusing wish) {
        return json(call, () -> requests.refuse(caller, TreeController.number(id), wish.reason()));
    }

    @PostMapping("/{id}/withdraw")
    byte[] withdraw(Caller.Admin caller, Call call, @PathVariable("id") String id) {
        return json(call, () -> requests.withdraw(caller, TreeController.number(id)));
    }

    private byte[] json(Call call, Supplier<Outcome<Change>> deed) {
        return once.json(call, () -> deed.get().map(Request::of));
    }

    record Refusing(String reason) {}

    record Items(List<Request> items, String next) {}

    record Request(
            String id,
            Change.Kind kind,
            Change.State state,
            String organisation,
            String target,
            String name,
            String shortName,
            String reason,
            String askedFrom,
            String askedBy,
            Instant askedAt,
            String decider,
            String agreedBy,
            Instant agreedAt,
            String decidedBy,
            Instant decidedAt,
            String note) {
        static Request of(Change change) {
            return new Request(
                    Long.toString(change.id()),
                    change.kind(),
                    change.state(),
                    change.organisation().name(),
                    change.target() == null ? null : change.target().name(),
                    change.name(),
                    change.shortName(),
                    change.reason(),
                    name(change.askedFrom()),
                    change.askedBy(),
                    change.askedAt(),
                    name(change.decider()),
                    change.agreedBy(),
                    change.agreedAt(),
                    change.decidedBy(),
                    change.decidedAt(),
                    change.note());
        }

        private static String name(Organisation organisation) {
            return organisation.shortName();
        }
    }
}
