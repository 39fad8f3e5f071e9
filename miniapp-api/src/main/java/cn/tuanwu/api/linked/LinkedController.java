package cn.tuanwu.api.linked;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.LinkedDesk;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.session.Sessions;
import cn.tuanwu.kernel.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which providers there are, the way to one of them, and what a member has linked. */
@RestController
class LinkedController {
    private static final int SECRET_BYTES = 32;

    private final Providers providers;
    private final Journeys journeys;
    private final LinkedDesk linked;
    private final Sessions sessions;
    private final Ids ids;

    LinkedController(Providers providers, Journeys journeys, LinkedDesk linked, Sessions sessions, Ids ids) {
        this.providers = providers;
        this.journeys = journeys;
        this.linked = linked;
        this.sessions = sessions;
        this.ids = ids;
    }

    @GetMapping("/api/linked/providers")
    Offers offers() {
        return new Offers(providers.all().stream()
                .map(provider -> new Offer(
                        provider.registered().id(), provider.registered().name()))
                .toList());
    }

    /**
     * Signed in: to link; else to sign in. The ticket stays with the mini-program that began, the state goes through the
     * address: who knows one of them doesn't know the other, so nobody ends what somebody else began.
     */
    @PostMapping("/api/linked/{provider}/beginnings")
    @ResponseStatus(HttpStatus.CREATED)
    Beginning begin(Call call, @PathVariable("provider") String id, HttpServletRequest request) {
        Provider provider = providers.get(id);
        String ticket = ids.token(SECRET_BYTES);
        String state = ids.token(SECRET_BYTES);
        String nonce = ids.token(SECRET_BYTES);
        String verifier = ids.token(SECRET_BYTES);
        String address = RefusedRequest.unlessDone(provider.address(state, nonce, verifier))
                .toString();
        Long account =
                sessions.member(request).map(Caller.OwnAccount::accountId).orElse(null);
        journeys.put(state, new Journeys.Begun(id, ticket, nonce, verifier, account));
        return new Beginning(address, ticket);
    }

    /** Every provider, and what is still linked of one that is no longer offered. */
    @GetMapping("/api/linked")
    Items list(Caller.OwnAccount caller) {
        Map<String, Instant> since = new LinkedHashMap<>();
        providers.all().forEach(provider -> since.put(provider.registered().id(), null));
        linked.list(caller).forEach(link -> since.put(link.provider(), link.linkedAt()));
        return new Items(since.entrySet().stream()
                .map(link -> new Line(link.getKey(), providers.name(link.getKey()), link.getValue()))
                .toList());
    }

    @DeleteMapping("/api/linked/{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(Caller.OwnAccount caller, @PathVariable("provider") String id) {
        if (!id.matches("[a-z][a-z0-9]{0,15}") || !linked.unlink(caller, id)) {
            throw new RefusedRequest("LINKED_UNKNOWN", "没有找到这项关联，可能已经解除。");
        }
    }

    record Offers(List<Offer> items) {}

    record Offer(String id, String name) {}

    record Beginning(String address, String ticket) {
        @Override
        public String toString() {
            return "Beginning[…]";
        }
    }

    record Items(List<Line> items) {}

    /** @param linkedAt null: not linked */
    record Line(String id, String name, Instant linkedAt) {}
}
