package cn.tuanwu.api.access;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.ConsoleAccounts;
import cn.tuanwu.access.Seat;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.access.Progress.Named;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organisation accounts of a subtree, for its security admin. An account outside it does not exist for them. */
@RestController
@RequestMapping("/api/console/accounts")
class ConsoleAccountController {
    private static final int PAGE = 50;

    private final ConsoleAccounts accounts;
    private final OrgDesk organisations;
    private final WeComApp app;
    private final Once once;

    ConsoleAccountController(ConsoleAccounts accounts, OrgDesk organisations, WeComApp app, Once once) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.app = app;
        this.once = once;
    }

    @GetMapping
    Items list(Caller.Security caller, @RequestParam(name = "after", required = false) String after) {
        List<ConsoleAccounts.Account> found = accounts.list(caller, TypedId.of(after), PAGE);
        List<View> page = found.stream().limit(PAGE).map(View::of).toList();
        return new Items(page, found.size() > PAGE ? page.get(PAGE - 1).id() : null);
    }

    /** Where an account can be made. */
    @GetMapping("/organisations")
    Places organisations(Caller.Security caller, @RequestParam(name = "q", defaultValue = "") String typed) {
        return new Places(organisations.search(caller.organisation(), typed).stream()
                .map(found -> new Named(Long.toString(found.id()), found.name()))
                .toList());
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] create(Caller.Security caller, Call call, @RequestBody Wish wish) {
        return once.json(
                call,
                () -> role(wish.role()) instanceof Outcome.Done<Seat.Role> role
                        ? accounts.create(caller, TypedId.of(wish.organisationId()), wish.login(), role.value())
                                .map(View::of)
                        : role(wish.role()));
    }

    /** The link with which the owner sets the password. Never kept: asked for again it is another, the earlier one is over. */
    @PostMapping("/{id}/link")
    @ResponseStatus(HttpStatus.CREATED)
    Link link(Caller.Security caller, Call call, @PathVariable("id") String id) {
        String token = RefusedRequest.unlessDone(accounts.token(caller, TypedId.of(id)));
        return new Link(app.publicUrl() + "/console/#/first/" + token);
    }

    @PostMapping(path = "/{id}/password-reset", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] resetPassword(Caller.Security caller, Call call, @PathVariable("id") String id) {
        return once.json(
                call, () -> accounts.resetPassword(caller, TypedId.of(id)).map(View::of));
    }

    @PostMapping(path = "/{id}/factor-reset", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] resetFactor(Caller.Security caller, Call call, @PathVariable("id") String id) {
        return once.json(
                call, () -> accounts.resetFactor(caller, TypedId.of(id)).map(View::of));
    }

    @PostMapping(path = "/{id}/lock", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] lock(Caller.Security caller, Call call, @PathVariable("id") String id) {
        return once.json(call, () -> accounts.lock(caller, TypedId.of(id)).map(View::of));
    }

    @PostMapping(path = "/{id}/unlock", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] unlock(Caller.Security caller, Call call, @PathVariable("id") String id) {
        return once.json(call, () -> accounts.unlock(caller, TypedId.of(id)).map(View::of));
    }

    @PostMapping(path = "/{id}/sessions-end", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] endSessions(Caller.Security caller, Call call, @PathVariable("id") String id) {
        return once.json(
                call, () -> accounts.endSessions(caller, TypedId.of(id)).map(View::of));
    }

    @PutMapping(path = "/{id}/role", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] setRole(Caller.Security caller, Call call, @PathVariable("id") String id, @RequestBody RoleWish wish) {
        return once.json(
                call,
                () -> role(wish.role()) instanceof Outcome.Done<Seat.Role> role
                        ? accounts.setRole(caller, TypedId.of(id), role.value()).map(View::of)
                        : role(wish.role()));
    }

    private static Outcome<Seat.Role> role(String typed) {
        return Optional.ofNullable(typed)
                .flatMap(name -> List.of(Seat.Role.values()).stream()
                        .filter(role -> role.name().equals(name))
                        .findFirst())
                .map(Outcome::done)
                .orElse(Outcome.refused(Refusal.at("role", "REQUIRED", "请选择角色。")));
    }

    record Wish(String organisationId, String login, String role) {}

    record RoleWish(String role) {}

    record Places(List<Named> items) {}

    /** @param next where the next page begins; null on the last */
    record Items(List<View> items, String next) {}

    record Link(String link) {
        @Override
        public String toString() {
            return "Link[…]";
        }
    }

    record View(
            String id,
            String login,
            Named organisation,
            Seat.Role role,
            boolean locked,
            boolean hasPassword,
            boolean hasFactor) {
        static View of(ConsoleAccounts.Account account) {
            return new View(
                    Long.toString(account.id()),
                    account.login(),
                    new Named(
                            Long.toString(account.organisation().id()),
                            account.organisation().name()),
                    account.role(),
                    account.locked(),
                    account.hasPassword(),
                    account.hasFactor());
        }
    }
}
