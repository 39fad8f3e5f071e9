package cn.tuanwu.api.access;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Operator;
import cn.tuanwu.access.OperatorDesk;
import cn.tuanwu.access.Seat;
import cn.tuanwu.access.UseridDesk;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Outcome;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who serves which organisation; phones masked. */
@RestController
@RequestMapping(path = "/api/console", produces = MediaType.APPLICATION_JSON_VALUE)
class OperatorController {
    private final OperatorDesk operators;
    private final UseridDesk userids;
    private final Candidates candidates;
    private final AccountDesk accounts;
    private final Once once;

    OperatorController(
            OperatorDesk operators, UseridDesk userids, Candidates candidates, AccountDesk accounts, Once once) {
        this.operators = operators;
        this.userids = userids;
        this.candidates = candidates;
        this.accounts = accounts;
        this.once = once;
    }

    /** @param after the {@code next} of the page before */
    @GetMapping("/operators")
    Page within(Caller.Viewer caller, @RequestParam(name = "after", defaultValue = "") String after) {
        List<Operator> page = operators.within(caller, after(after));
        Operator last = page.isEmpty() ? null : page.get(page.size() - 1);
        String next = OperatorDesk.isFull(page) ? last.organisation().id() + "-" + last.staffId() : null;
        return new Page(page.stream().map(this::view).toList(), next);
    }

    @GetMapping("/organisations/{id}/operators")
    Page of(Caller.Viewer caller, @PathVariable("id") String id) {
        return new Page(
                RefusedRequest.unlessDone(operators.of(caller, number(id))).stream()
                        .map(this::view)
                        .toList(),
                null);
    }

    @PostMapping("/organisations/{id}/operators")
    @ResponseStatus(HttpStatus.CREATED)
    byte[] appoint(Caller.Admin caller, Call call, @PathVariable("id") String id, @RequestBody Appointing wish) {
        OperatorDesk.Candidate candidate = RefusedRequest.unlessDone(candidates.find(wish.phone(), wish.name()));
        return json(call, () -> operators.appoint(caller, number(id), candidate, wish.role()));
    }

    @PostMapping("/organisations/{id}/operators/{staff}/role")
    byte[] change(
            Caller.Admin caller,
            Call call,
            @PathVariable("id") String id,
            @PathVariable("staff") String staff,
            @RequestBody Changing wish) {
        return json(call, () -> operators.changeRole(caller, number(id), number(staff), wish.role()));
    }

    @PostMapping("/organisations/{id}/operators/{staff}/remove")
    byte[] dismiss(Caller.Admin caller, Call call, @PathVariable("id") String id, @PathVariable("staff") String staff) {
        return json(call, () -> operators.dismiss(caller, number(id), number(staff)));
    }

    @PostMapping("/organisations/{id}/operators/{staff}/userid")
    byte[] type(
            Caller.Admin caller,
            Call call,
            @PathVariable("id") String id,
            @PathVariable("staff") String staff,
            @RequestBody Typing wish) {
        return json(call, () -> userids.typed(caller, number(id), number(staff), wish.userid()));
    }

    private byte[] json(Call call, Supplier<Outcome<Operator>> deed) {
        return once.json(call, () -> deed.get().map(this::view));
    }

    private View view(Operator operator) {
        String phone = operator.accountId() == null
                ? null
                : accounts.find(operator.accountId())
                        .map(account -> account.phone().masked())
                        .orElse(null);
        String weCom = operator.userid() != null ? "BOUND" : operator.sought() ? "SEEKING" : "UNBOUND";
        return new View(
                Long.toString(operator.staffId()),
                operator.name(),
                phone,
                operator.role(),
                weCom,
                operator.userid(),
                new Place(
                        Long.toString(operator.organisation().id()),
                        operator.organisation().name()));
    }

    private static OperatorDesk.After after(String typed) {
        String[] parts = typed.split("-");
        return parts.length == 2 ? new OperatorDesk.After(number(parts[0]), number(parts[1])) : null;
    }

    private static long number(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    /** @param name asked for only when the person's registration is not approved */
    record Appointing(String phone, String name, Seat.Role role) {
        @Override
        public String toString() {
            return "Appointing[…]";
        }
    }

    record Changing(Seat.Role role) {}

    record Typing(String userid) {}

    record Page(List<View> items, String next) {}

    record Place(String id, String name) {}

    /** @param weCom BOUND, SEEKING while WeChat Work is asked, UNBOUND when it knows nobody with the phone */
    record View(
            String id, String name, String phone, Seat.Role role, String weCom, String userid, Place organisation) {}
}
