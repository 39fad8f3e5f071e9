package cn.tuanwu.api.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.capture.Batch;
import cn.tuanwu.capture.CaptureDesk;
import cn.tuanwu.form.Form;
import cn.tuanwu.kernel.Outcome;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The pages an operator collected: whose they are, in what order, filed or forgotten. Nobody else's exist. */
@RestController
@RequestMapping(path = "/api/work/captures", produces = MediaType.APPLICATION_JSON_VALUE)
class CaptureController {
    private final CaptureDesk captures;
    private final Once once;

    CaptureController(CaptureDesk captures, Once once) {
        this.captures = captures;
        this.once = once;
    }

    @PostMapping
    byte[] begin(Caller.Staff caller, Call call, @RequestBody Beginning wish) {
        Long registration = wish.registrationId() == null ? null : TypedId.of(wish.registrationId());
        return answer(call, () -> captures.begin(caller, registration));
    }

    @GetMapping("/{id}")
    BatchView one(Caller.Staff caller, @PathVariable("id") String id) {
        return captures.find(caller, TypedId.of(id))
                .map(BatchView::of)
                .orElseThrow(() -> new RefusedRequest(List.of(CaptureDesk.UNKNOWN)));
    }

    @PutMapping("/{id}/member")
    byte[] choose(Caller.Staff caller, Call call, @PathVariable("id") String id, @RequestBody Choice wish) {
        return answer(call, () -> captures.choose(caller, TypedId.of(id), TypedId.of(wish.member())));
    }

    @PutMapping("/{id}/order")
    byte[] order(Caller.Staff caller, Call call, @PathVariable("id") String id, @RequestBody Order wish) {
        List<Long> pages = wish.pages() == null
                ? List.of()
                : wish.pages().stream().map(TypedId::of).toList();
        return answer(call, () -> captures.order(caller, TypedId.of(id), pages));
    }

    @PostMapping("/{id}/pages/{page}/turn")
    byte[] turn(Caller.Staff caller, Call call, @PathVariable("id") String id, @PathVariable("page") String page) {
        return answer(call, () -> captures.turn(caller, TypedId.of(id), TypedId.of(page)));
    }

    /** Told twice it is still out: the second time is answered with what there is. */
    @DeleteMapping("/{id}/pages/{page}")
    BatchView takeOut(Caller.Staff caller, @PathVariable("id") String id, @PathVariable("page") String page) {
        captures.takeOut(caller, TypedId.of(id), TypedId.of(page));
        return one(caller, id);
    }

    @PostMapping("/{id}/submit")
    byte[] submit(Caller.Staff caller, Call call, @PathVariable("id") String id) {
        return answer(call, () -> captures.submit(caller, TypedId.of(id), Form.Source.PAGE));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(Caller.Staff caller, @PathVariable("id") String id) {
        RefusedRequest.unlessDone(captures.drop(caller, TypedId.of(id)));
    }

    private byte[] answer(Call call, Supplier<Outcome<Batch>> deed) {
        return once.json(call, () -> deed.get().map(BatchView::of));
    }

    /** @param registrationId whose form it will be, or null */
    record Beginning(String registrationId) {}

    record Choice(String member) {}

    record Order(List<String> pages) {}
}
