package cn.tuanwu.api.rebind;

import cn.tuanwu.api.account.NetworkAddress;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.rebind.RebindDesk;
import cn.tuanwu.registration.Identification.Claim;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For someone whose old phone is gone, so nobody is signed in here: a ticket says whose request it is. */
@RestController
class RebindController {
    private static final String TICKET = "X-Ticket";

    private final RebindDesk rebinds;
    private final Once once;

    RebindController(RebindDesk rebinds, Once once) {
        this.rebinds = rebinds;
        this.once = once;
    }

    @PostMapping("/api/rebindings")
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(Call call, @RequestBody Wish wish, HttpServletRequest request) {
        Optional<Opened> kept = once.earlier(call, Opened.class);
        if (kept.isPresent()) {
            return kept.get();
        }
        Outcome<RebindDesk.Judged> judged =
                rebinds.judge(wish.phone(), wish.smsCode(), wish.claim(), NetworkAddress.of(request));
        // A twin of this request may have used the code up meanwhile: then its answer is ours too.
        if (judged instanceof Outcome.Refused) {
            kept = once.earlier(call, Opened.class);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        RebindDesk.Judged good = RefusedRequest.unlessDone(judged);
        return once.answer(call, Opened.class, () -> rebinds.open(good)
                .map(ticket -> new Opened(ticket.text(), RebindView.forRequester(ticket.rebinding()))));
    }

    @GetMapping("/api/rebindings/current")
    RebindView current(@RequestHeader(name = TICKET, required = false) String ticket) {
        return rebinds.find(ticket)
                .map(RebindView::forRequester)
                .orElseThrow(() -> new RefusedRequest("REBIND_UNKNOWN", "没有找到这项换绑申请，请重新申请。"));
    }

    @PostMapping("/api/rebindings/withdraw")
    RebindView withdraw(Call call, @RequestBody Taken taken) {
        return once.answer(
                call, RebindView.class, () -> rebinds.withdraw(taken.ticket()).map(RebindView::forRequester));
    }

    record Wish(String phone, String smsCode, String name, String documentKind, String documentNumber) {
        Claim claim() {
            return new Claim(name, documentKind, documentNumber);
        }

        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    record Taken(String ticket) {
        @Override
        public String toString() {
            return "Taken[…]";
        }
    }

    /** @param ticket to ask again with, by the header {@value #TICKET} */
    record Opened(String ticket, RebindView rebinding) {
        @Override
        public String toString() {
            return "Opened[…]";
        }
    }
}
