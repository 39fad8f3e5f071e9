package cn.tuanwu.api.leaving;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.leaving.AgeDesk;
import cn.tuanwu.leaving.Leaving;
import cn.tuanwu.leaving.LeavingDesk;
import cn.tuanwu.leaving.Wish;
import cn.tuanwu.registration.FormBook;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 离团与恢复 at the console: what a branch asks for, one member at a time; many are asked for one by one. */
@RestController
class LeavingController {
    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    private final LeavingDesk leavings;
    private final AgeDesk ages;
    private final FormBook names;
    private final Once once;

    LeavingController(LeavingDesk leavings, AgeDesk ages, FormBook names, Once once) {
        this.leavings = leavings;
        this.ages = ages;
        this.names = names;
        this.once = once;
    }

    /** @param before the {@code next} of the page before */
    @GetMapping("/api/console/leavings")
    Page list(
            Caller.Viewer caller,
            @RequestParam(name = "ended", required = false) boolean ended,
            @RequestParam(name = "organisation", required = false) String organisation,
            @RequestParam(name = "before", required = false) String before,
            @RequestParam(name = "size", required = false) Integer size) {
        LeavingDesk.Page page = RefusedRequest.unlessDone(leavings.list(
                caller, place(organisation), !ended, before == null ? null : TypedId.of(before), size(size)));
        return new Page(
                page.items().stream().map(this::line).toList(),
                page.next() == null ? null : Long.toString(page.next()));
    }

    @PostMapping(path = "/api/console/leavings/{id}/withdraw", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] withdraw(Caller.Reviewer caller, Call call, @PathVariable("id") String id, @RequestBody Reason wish) {
        return once.json(call, () -> leavings.withdraw(caller, TypedId.of(id), wish.reason())
                .map(LeavingView::of));
    }

    /** 退团, 恢复团籍 or 删除报到, for the superior to confirm. */
    @PostMapping(path = "/api/console/members/{id}/leaving", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] start(Caller.Reviewer caller, Call call, @PathVariable("id") String id, @RequestBody Wanted wanted) {
        return once.json(call, () -> leavings.start(caller, TypedId.of(id), wanted.read())
                .map(LeavingView::of));
    }

    /** 超龄离团, confirmed by the branch. */
    @PostMapping(path = "/api/console/members/{id}/leaving/at-28", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] leave(Caller.Reviewer caller, Call call, @PathVariable("id") String id) {
        return once.json(call, () -> ages.leave(caller, TypedId.of(id)).map(LeavingView::of));
    }

    @PostMapping(path = "/api/console/members/{id}/leaving/postpone", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] postpone(Caller.Reviewer caller, Call call, @PathVariable("id") String id, @RequestBody Delay delay) {
        return once.json(call, () -> ages.postpone(caller, TypedId.of(id), delay.until(), delay.words())
                .map(Postponed::new));
    }

    private Line line(Leaving leaving) {
        return new Line(names.name(leaving.registrationId()).orElse(null), LeavingView.of(leaving));
    }

    static Long place(String organisation) {
        return organisation == null || organisation.isBlank() ? null : TypedId.of(organisation);
    }

    static int size(Integer size) {
        return size == null ? USUAL_SIZE : Math.max(1, Math.min(size, LARGEST_SIZE));
    }

    record Wanted(String kind, String cause, String words, String evidence) {
        Wish read() {
            Leaving.Kind chosen = List.of(Leaving.Kind.values()).stream()
                    .filter(one -> one.name().equals(kind))
                    .findFirst()
                    .orElse(null);
            return new Wish(chosen, cause, words, evidence);
        }

        @Override
        public String toString() {
            return "Wanted[" + kind + "]";
        }
    }

    record Reason(String reason) {}

    record Delay(String until, String words) {
        @Override
        public String toString() {
            return "Delay[" + until + "]";
        }
    }

    record Postponed(LocalDate until) {}

    /** @param name null of an erased registration */
    record Line(String name, LeavingView leaving) {}

    /** @param next null when nothing comes after */
    record Page(List<Line> items, String next) {}
}
