package cn.tuanwu.api.erasure;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.OwnerProof;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.api.account.NetworkAddress;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.erasure.ErasureDesk;
import cn.tuanwu.erasure.ErasureRequest;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 我的数据: what may be done with it, proving anew whose it is, the request to be erased. */
@RestController
@RequestMapping(path = "/api/me/data", produces = MediaType.APPLICATION_JSON_VALUE)
class DataController {
    private static final SmsCodes.Purpose PURPOSE = SmsCodes.Purpose.OWN_DATA;
    private static final String AT_ONCE = "ERASURE_AT_ONCE";

    private final ErasureDesk erasures;
    private final OwnerProof owner;
    private final Proofs proofs;
    private final Once once;

    DataController(ErasureDesk erasures, OwnerProof owner, Proofs proofs, Once once) {
        this.erasures = erasures;
        this.owner = owner;
        this.proofs = proofs;
        this.once = once;
    }

    @GetMapping
    Outlook outlook(Caller.OwnAccount caller) {
        Optional<Refusal> refusal = erasures.refusal(caller);
        boolean atOnce = refusal.filter(why -> why.code().equals(AT_ONCE)).isPresent();
        return new Outlook(
                atOnce ? Way.AT_ONCE : Way.CONFIRMED,
                refusal.isEmpty(),
                refusal.map(Refusal::code).orElse(null),
                refusal.map(Refusal::text).orElse(null),
                erasures.latest(caller).map(DataController::view).orElse(null));
    }

    @PostMapping("/sms-codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    byte[] sendCode(Caller.OwnAccount caller, Call call, HttpServletRequest request) {
        return once.json(call, () -> owner.sendCode(caller, PURPOSE, NetworkAddress.of(request))
                .map(phone -> new Sent(SmsCodes.VALID.toSeconds(), SmsCodes.PAUSE.toSeconds())));
    }

    /** A proof for one copy. Not kept for a repeated request: a lost one is asked for again. */
    @PostMapping("/proof")
    Proven prove(Caller.OwnAccount caller, Call call, @RequestBody Proof proof) {
        refuse(caller, proof);
        return new Proven(proofs.give(caller), Proofs.LIFE.toSeconds());
    }

    @PostMapping("/erasure")
    byte[] ask(Caller.OwnAccount caller, Call call, @RequestBody Proof proof) {
        Optional<View> earlier = once.earlier(call, View.class);
        if (earlier.isEmpty()) {
            erasures.refusal(caller).ifPresent(why -> RefusedRequest.unlessDone(Outcome.refused(why)));
            refuse(caller, proof);
        }
        return once.json(call, () -> erasures.ask(caller).map(DataController::view));
    }

    @PostMapping("/erasure/withdraw")
    byte[] withdraw(Caller.OwnAccount caller, Call call) {
        return once.json(call, () -> erasures.withdraw(caller).map(DataController::view));
    }

    private void refuse(Caller.OwnAccount caller, Proof proof) {
        owner.refusal(caller, PURPOSE, proof.password(), proof.smsCode())
                .ifPresent(why -> RefusedRequest.unlessDone(Outcome.refused(why)));
    }

    private static View view(ErasureRequest one) {
        return new View(
                one.state(),
                one.state().label(),
                one.branch().name(),
                one.askedAt(),
                one.decidedAt(),
                one.decidedBy(),
                one.reason());
    }

    /** Whether the superior has to agree, or the account is simply closed. */
    enum Way {
        AT_ONCE,
        CONFIRMED
    }

    /**
     * @param possible whether it can be asked for now; code and text say why not
     * @param erasure the newest request, or null
     */
    record Outlook(Way way, boolean possible, String code, String text, View erasure) {}

    record View(
            ErasureRequest.State state,
            String label,
            String branch,
            Instant askedAt,
            Instant decidedAt,
            String decidedBy,
            String reason) {}

    /** One of the two. */
    record Proof(String password, String smsCode) {
        @Override
        public String toString() {
            return "Proof[…]";
        }
    }

    record Proven(String proof, long seconds) {
        @Override
        public String toString() {
            return "Proven[…]";
        }
    }

    record Sent(long seconds, long resendAfterSeconds) {}
}
