package cn.tuanwu.api.access;

import cn.tuanwu.access.OrgAccounts;
import cn.tuanwu.access.SecondFactor;
import cn.tuanwu.account.StaffPhones;
import cn.tuanwu.api.account.NetworkAddress;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Phone;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing in at the console, by steps. Nothing is kept for a repetition: a code and a ticket are good once, and whoever
 * repeats a password begins anew.
 */
@RestController
@RequestMapping("/api/console/sessions")
class ConsoleSessionController {
    private final OrgAccounts accounts;
    private final StaffPhones phones;
    private final SecondFactor factor;
    private final AuthenticatorCard card;
    private final ConsoleArrival arrival;

    ConsoleSessionController(
            OrgAccounts accounts,
            StaffPhones phones,
            SecondFactor factor,
            AuthenticatorCard card,
            ConsoleArrival arrival) {
        this.accounts = accounts;
        this.phones = phones;
        this.factor = factor;
        this.card = card;
        this.arrival = arrival;
    }

    /** What looks like a phone is one: no organisation account's login begins with a digit. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Progress password(Call call, @RequestBody Password wish, HttpServletRequest request) {
        String login = wish.login() == null ? "" : wish.login().strip();
        String password = wish.password() == null ? "" : wish.password();
        if (Phone.read(login).isEmpty()) {
            return arrival.knows(RefusedRequest.unlessDone(accounts.prove(login, password)));
        }
        var person = RefusedRequest.unlessDone(phones.byPassword(login, password));
        // One that was sent a moment ago is still good; the page offers another.
        phones.sendCode(person.id(), NetworkAddress.of(request));
        return arrival.knowsPassword(person);
    }

    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.CREATED)
    Progress code(Call call, @RequestBody Step wish, HttpServletRequest request) {
        return arrival.in(request, RefusedRequest.unlessDone(factor.pass(wish.ticket(), wish.code())));
    }

    /** A secret for the authenticator; asked for again it is another. */
    @PostMapping("/factor")
    AuthenticatorCard.View enrol(Call call, @RequestBody Ticket wish) {
        return card.of(RefusedRequest.unlessDone(factor.begin(wish.ticket())));
    }

    @PostMapping("/factor/confirmation")
    @ResponseStatus(HttpStatus.CREATED)
    Progress enrolled(Call call, @RequestBody Step wish, HttpServletRequest request) {
        SecondFactor.Enrolled done = RefusedRequest.unlessDone(factor.confirm(wish.ticket(), wish.code()));
        return arrival.in(request, done.accountId()).with(done.recoveryCodes());
    }

    record Password(String login, String password) {
        @Override
        public String toString() {
            return "Password[…]";
        }
    }

    record Ticket(String ticket) {
        @Override
        public String toString() {
            return "Ticket[…]";
        }
    }

    record Step(String ticket, String code) {
        @Override
        public String toString() {
            return "Step[…]";
        }
    }
}
