package cn.tuanwu.api.ceremony;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.ceremony.CeremonyDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One record at the PC: made, looked at, changed, deleted. */
@RestController
@RequestMapping(path = "/api/console/ceremonies", produces = MediaType.APPLICATION_JSON_VALUE)
class CeremonyController {
    private final CeremonyDesk ceremonies;
    private final Once once;

    CeremonyController(CeremonyDesk ceremonies, Once once) {
        this.ceremonies = ceremonies;
        this.once = once;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    byte[] record(Caller.Reviewer caller, Call call, @RequestBody TypedCeremony typed) {
        return once.json(call, () -> ceremonies.record(caller, typed.read()).map(CeremonyView::of));
    }

    @GetMapping("/{id}")
    CeremonyView.Opened open(Caller.Viewer caller, @PathVariable("id") String id) {
        return CeremonyView.Opened.of(RefusedRequest.unlessDone(ceremonies.open(caller, TypedId.of(id))));
    }

    @PutMapping("/{id}")
    byte[] change(Caller.Reviewer caller, Call call, @PathVariable("id") String id, @RequestBody TypedCeremony typed) {
        return once.json(call, () -> ceremonies
                .change(caller, TypedId.of(id), typed.seen(), typed.read())
                .map(CeremonyView::of));
    }

    @PostMapping("/{id}/delete")
    byte[] delete(Caller.Reviewer caller, Call call, @PathVariable("id") String id, @RequestBody Seen seen) {
        return once.json(
                call,
                () -> ceremonies.delete(caller, TypedId.of(id), seen.read()).map(CeremonyView::of));
    }

    /** @param version which one the page showed */
    record Seen(Integer version) {
        int read() {
            return version == null ? -1 : version;
        }
    }
}
