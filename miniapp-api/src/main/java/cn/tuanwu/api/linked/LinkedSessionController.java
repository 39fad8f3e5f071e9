package cn.tuanwu.api.linked;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.Account;
import cn.tuanwu.account.LinkedDesk;
import cn.tuanwu.account.LinkedSubject;
import cn.tuanwu.account.PhoneProof;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.api.account.AccountView;
import cn.tuanwu.api.account.LoginCodes;
import cn.tuanwu.api.account.NetworkAddress;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.session.Sessions;
import cn.tuanwu.kernel.Phone;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What becomes of somebody who came back from a provider: a session, a link, or a question whose phone it is. Nothing is
 * kept for a repetition: a code is good once, whoever repeats it begins anew.
 */
@RestController
class LinkedSessionController {
    private static final RefusedRequest OVER = new RefusedRequest("LINKED_FAILED", "登录已失效，请重新开始。");

    private final Providers providers;
    private final Journeys journeys;
    private final LinkedDesk linked;
    private final LoginCodes loginCodes;
    private final Sessions sessions;

    LinkedSessionController(
            Providers providers, Journeys journeys, LinkedDesk linked, LoginCodes loginCodes, Sessions sessions) {
        this.providers = providers;
        this.journeys = journeys;
        this.linked = linked;
        this.loginCodes = loginCodes;
        this.sessions = sessions;
    }

    /** The ticket says that this mini-program began, the code that the page it opened came back. */
    @PostMapping("/api/sessions/linked")
    Arrived redeem(Call call, @RequestBody Arrival arrival, HttpServletRequest request) {
        Journeys.Returned returned = journeys.take(arrival.ticket(), Journeys.Returned.class)
                .filter(step -> equal(step.code(), arrival.code()))
                .orElseThrow(() -> OVER);
        LinkedSubject subject = subject(returned.provider(), returned.subject());
        if (returned.account() != null) {
            return link(returned, subject, request);
        }
        Optional<Account> known = linked.account(subject);
        if (known.isPresent()) {
            return signedIn(known.get(), subject, request);
        }
        journeys.put(arrival.ticket(), new Journeys.Asked(returned.provider(), returned.subject(), returned.phone()));
        String phone = returned.phone() == null ? null : new Phone(returned.phone()).masked();
        return new Arrived(Kind.PROOF_NEEDED, providers.name(subject.provider()), phone, null, null);
    }

    /** Still the one who began: whoever signed in as somebody else meanwhile links nothing. */
    private Arrived link(Journeys.Returned returned, LinkedSubject subject, HttpServletRequest request) {
        Caller.OwnAccount caller = sessions.member(request)
                .filter(member -> member.accountId() == returned.account())
                .orElseThrow(() -> OVER);
        RefusedRequest.unlessDone(linked.link(caller, subject));
        return new Arrived(Kind.LINKED, providers.name(subject.provider()), null, null, null);
    }

    /** To the phone the provider named, which is shown masked only, or to one typed instead. */
    @PostMapping("/api/sessions/linked/sms-codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sent sendCode(Call call, @RequestBody CodeWish wish, HttpServletRequest request) {
        Journeys.Asked asked = asked(wish.ticket());
        RefusedRequest.unlessDone(linked.sendCode(phone(asked, wish.phone()), NetworkAddress.of(request)));
        return new Sent(SmsCodes.VALID.toSeconds(), SmsCodes.PAUSE.toSeconds());
    }

    @PostMapping("/api/sessions/linked/proofs")
    @ResponseStatus(HttpStatus.CREATED)
    Arrived prove(Call call, @RequestBody Proof proof, HttpServletRequest request) {
        Journeys.Asked asked = asked(proof.ticket());
        LinkedSubject subject = subject(asked.provider(), asked.subject());
        String openid = loginCodes.openid(proof.loginCode()).orElse(null);
        PhoneProof given = new PhoneProof(
                phone(asked, proof.phone()),
                proof.password(),
                proof.smsCode(),
                proof.university(),
                openid,
                proof.scan());
        Account account = RefusedRequest.unlessDone(linked.prove(subject, given));
        journeys.take(proof.ticket(), Journeys.Asked.class);
        return signedIn(account, subject, request);
    }

    private Arrived signedIn(Account account, LinkedSubject subject, HttpServletRequest request) {
        String session = sessions.open(request, new Caller.OwnAccount(account.id()));
        return new Arrived(Kind.SIGNED_IN, providers.name(subject.provider()), null, session, AccountView.of(account));
    }

    private Journeys.Asked asked(String ticket) {
        return journeys.look(ticket, Journeys.Asked.class).orElseThrow(() -> OVER);
    }

    private LinkedSubject subject(String provider, String name) {
        return new LinkedSubject(provider, providers.get(provider).registered().issuer(), name);
    }

    private static String phone(Journeys.Asked asked, String typed) {
        return typed == null || typed.isBlank() ? asked.phone() : typed;
    }

    private static boolean equal(String code, String given) {
        return given != null
                && MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    enum Kind {
        SIGNED_IN,
        LINKED,
        PROOF_NEEDED
    }

    /**
     * @param phone masked, of the provider's; null when it names none
     * @param session only when signed in, as the account is
     */
    record Arrived(Kind outcome, String provider, String phone, String session, AccountView account) {
        @Override
        public String toString() {
            return "Arrived[" + outcome + "]";
        }
    }

    record Arrival(String ticket, String code) {
        @Override
        public String toString() {
            return "Arrival[…]";
        }
    }

    record CodeWish(String ticket, String phone) {
        @Override
        public String toString() {
            return "CodeWish[…]";
        }
    }

    /** @param password or {@code smsCode}, which then has to be there */
    record Proof(
            String ticket,
            String phone,
            String password,
            String smsCode,
            String universityId,
            String loginCode,
            String scan) {

        Long university() {
            return Optional.ofNullable(universityId)
                    .filter(id -> id.matches("[0-9]{1,18}"))
                    .map(Long::valueOf)
                    .orElse(null);
        }

        @Override
        public String toString() {
            return "Proof[…]";
        }
    }

    record Sent(long seconds, long resendAfterSeconds) {}
}
