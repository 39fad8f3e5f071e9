package cn.tuanwu.api.number;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.number.FenceDesk;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the ledger stands after a restore, and its reconciliation. */
@RestController
@RequestMapping("/api/console/numbers/fence")
class FenceController {
    private final FenceDesk fence;
    private final Once once;

    FenceController(FenceDesk fence, Once once) {
        this.fence = fence;
        this.once = once;
    }

    @GetMapping
    FenceDesk.Standing look(Caller.Viewer caller) {
        return fence.look(caller);
    }

    /** A part of it; the answer says how much is left. */
    @PostMapping(path = "/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] confirm(Caller.Admin caller, Call call, @RequestBody Shown shown) {
        return once.json(
                call, () -> fence.confirm(caller, Typed.position(shown.database), Typed.position(shown.issued)));
    }

    record Shown(Long database, Long issued) {}
}
