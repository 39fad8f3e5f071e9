package cn.tuanwu.api.insight;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.insight.PushBook;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.push.PushKind;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pushes that wait and pushes that could not be sent. */
@RestController
@RequestMapping("/api/console/pushes")
class PushController {
    private final PushBook pushes;
    private final Once once;

    PushController(PushBook pushes, Once once) {
        this.pushes = pushes;
        this.once = once;
    }

    @GetMapping
    Page list(
            Caller.Admin caller,
            @RequestParam("state") PushBook.State state,
            @RequestParam(name = "before", required = false) String before) {
        List<Line> items = pushes.list(caller, state, before == null ? Long.MAX_VALUE : id(before)).stream()
                .map(Line::of)
                .toList();
        return new Page(
                items,
                items.size() < PushBook.PAGE
                        ? null
                        : items.get(items.size() - 1).id());
    }

    @GetMapping("/counts")
    Counts counts(Caller.Admin caller) {
        return new Counts(pushes.counts(caller));
    }

    @PostMapping(path = "/{id}/resend", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] resend(Caller.Admin caller, Call call, @PathVariable("id") String id) {
        return once.json(
                call,
                () -> pushes.resend(caller, id(id))
                        ? Outcome.done(new Resent(1))
                        : Outcome.refused(Refusal.of("PUSH_UNKNOWN", "没有找到这条未送达的消息，可能已重新发送。")));
    }

    @PostMapping(path = "/resend", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] resendAll(Caller.Admin caller, Call call) {
        return once.json(call, () -> Outcome.done(new Resent(pushes.resendAll(caller))));
    }

    /** No id is zero: what is not a number belongs to nobody. */
    private static long id(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    /** @param next what {@code before} is for the page after this one; null at the end */
    record Page(List<Line> items, String next) {}

    record Counts(List<PushBook.Count> items) {}

    record Resent(int count) {}

    record Line(String id, PushKind kind, String place, int attempts, String why, Instant madeAt, Instant nextAt) {
        static Line of(PushBook.Line line) {
            return new Line(
                    Long.toString(line.id()),
                    line.kind(),
                    line.place(),
                    line.attempts(),
                    line.why(),
                    line.made(),
                    line.next());
        }
    }
}
