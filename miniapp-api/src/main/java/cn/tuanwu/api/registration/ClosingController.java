package cn.tuanwu.api.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.OwnerProof;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.api.account.NetworkAddress;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.session.Sessions;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.registration.ClosingDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 注销账号, after the password or an SMS. What was kept for repeated requests of the account goes with it. */
@RestController
class ClosingController {
    private final ClosingDesk closings;
    private final OwnerProof owner;
    private final Sessions sessions;
    private final Once once;

    ClosingController(ClosingDesk closings, OwnerProof owner, Sessions sessions, Once once) {
        this.closings = closings;
        this.owner = owner;
        this.sessions = sessions;
        this.once = once;
    }

    /** Whether it would be possible now, and why not. */
    @GetMapping("/api/me/closing")
    Outlook outlook(Caller.OwnAccount caller) {
        Optional<Refusal> refusal = closings.refusal(caller);
        return new Outlook(
                refusal.isEmpty(),
                refusal.map(Refusal::code).orElse(null),
                refusal.map(Refusal::text).orElse(null));
    }

    @PostMapping(path = "/api/me/closing/sms-codes", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    byte[] sendCode(Caller.OwnAccount caller, Call call, HttpServletRequest request) {
        return once.json(call, () -> owner.sendCode(caller, SmsCodes.Purpose.CLOSE_ACCOUNT, NetworkAddress.of(request))
                .map(phone -> new Sent(SmsCodes.VALID.toSeconds(), SmsCodes.PAUSE.toSeconds())));
    }

    @PostMapping("/api/me/closing")
    Closed close(Caller.OwnAccount caller, Call call, @RequestBody Proof proof, HttpServletRequest request) {
        Optional<Refusal> impossible = closings.refusal(caller);
        Optional<Refusal> refusal = impossible.isPresent() ? impossible : refusal(caller, proof);
        refusal.ifPresent(why -> RefusedRequest.unlessDone(Outcome.refused(why)));
        Closed closed = once.answer(
                call, Closed.class, () -> closings.close(caller).map(done -> new Closed("账号已注销，草稿和登录记录已删除。")));
        once.forget(call);
        sessions.end(request);
        return closed;
    }

    private Optional<Refusal> refusal(Caller.OwnAccount caller, Proof proof) {
        return proof.smsCode() == null || proof.smsCode().isBlank()
                ? owner.byPassword(caller, proof.password())
                : owner.byCode(caller, SmsCodes.Purpose.CLOSE_ACCOUNT, proof.smsCode());
    }

    /** One of the two. */
    record Proof(String password, String smsCode) {
        @Override
        public String toString() {
            return "Proof[…]";
        }
    }

    /** @param code and text: why not; null when it is possible */
    record Outlook(boolean possible, String code, String text) {}

    record Sent(long seconds, long resendAfterSeconds) {}

    record Closed(String text) {}
}
