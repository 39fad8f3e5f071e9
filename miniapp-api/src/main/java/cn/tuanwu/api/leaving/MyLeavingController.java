package cn.tuanwu.api.leaving;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.leaving.LeavingDesk;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 退团: asked for and taken back by the member; what became of it, also when the branch asked. */
@RestController
class MyLeavingController {
    private final LeavingDesk leavings;
    private final Once once;

    MyLeavingController(LeavingDesk leavings, Once once) {
        this.leavings = leavings;
        this.once = once;
    }

    @GetMapping("/api/me/leaving")
    Outlook outlook(Caller.OwnAccount caller) {
        Optional<Refusal> refusal = leavings.refusal(caller);
        return new Outlook(
                refusal.isEmpty(),
                refusal.map(Refusal::code).orElse(null),
                refusal.map(Refusal::text).orElse(null),
                leavings.mine(caller).map(LeavingView::of).orElse(null));
    }

    @PostMapping(path = "/api/me/leaving", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] ask(Caller.OwnAccount caller, Call call, @RequestBody Wanted wanted) {
        return once.json(call, () -> leavings.ask(caller, wanted.words()).map(LeavingView::of));
    }

    @PostMapping(path = "/api/me/leaving/withdraw", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] withdraw(Caller.OwnAccount caller, Call call) {
        return once.json(call, () -> leavings.withdraw(caller).map(LeavingView::of));
    }

    record Wanted(String words) {
        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /**
     * @param code and text: why the member may not ask now; null when they may
     * @param last the newest one, whoever asked; null when there was none
     */
    record Outlook(boolean possible, String code, String text, LeavingView last) {}
}
