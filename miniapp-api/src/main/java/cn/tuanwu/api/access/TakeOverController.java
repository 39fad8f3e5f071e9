package cn.tuanwu.api.access;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.TakeOverDesk;
import cn.tuanwu.api.account.NetworkAddress;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 接管码: a superior's admin makes one, whoever was given it takes the organisation over. */
@RestController
class TakeOverController {
    private final TakeOverDesk takeOvers;
    private final Once once;

    TakeOverController(TakeOverDesk takeOvers, Once once) {
        this.takeOvers = takeOvers;
        this.once = once;
    }

    /** The code is kept nowhere, so a repeated request is given a new one, and the one before ends. */
    @PostMapping("/api/console/organisations/{id}/take-over-code")
    @ResponseStatus(HttpStatus.CREATED)
    Issued issue(Caller.Admin caller, Call call, @PathVariable("id") String id) {
        once.refuseOtherBody(call);
        TakeOverDesk.Issued issued =
                RefusedRequest.unlessDone(takeOvers.issue(caller, id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0));
        return new Issued(issued.code(), issued.expiresAt());
    }

    @PostMapping("/api/console/take-overs")
    @ResponseStatus(HttpStatus.CREATED)
    TakenOver redeem(Call call, @RequestBody TakingOver wish, HttpServletRequest request) {
        Optional<TakenOver> done = once.earlier(call, TakenOver.class);
        if (done.isPresent()) {
            return done.get();
        }
        String from = Optional.ofNullable(NetworkAddress.of(request)).orElse("here");
        Outcome<TakeOverDesk.Judged> judged = takeOvers.judge(wish.code(), wish.login(), wish.password(), from);
        // A twin of this request may have used the code up meanwhile: then its answer is ours too.
        if (judged instanceof Outcome.Refused) {
            done = once.earlier(call, TakenOver.class);
            if (done.isPresent()) {
                return done.get();
            }
        }
        TakeOverDesk.Judged good = RefusedRequest.unlessDone(judged);
        return once.answer(call, TakenOver.class, () -> takeOvers
                .redeem(good)
                .map(organisation -> new TakenOver(wish.login(), organisation.name())));
    }

    record TakingOver(String code, String login, String password) {
        @Override
        public String toString() {
            return "TakingOver[…]";
        }
    }

    record TakenOver(String login, String organisation) {}

    record Issued(String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[…]";
        }
    }
}
