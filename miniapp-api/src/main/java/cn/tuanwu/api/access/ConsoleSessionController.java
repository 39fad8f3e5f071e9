package cn.tuanwu.api.access;

import cn.tuanwu.access.OrgAccounts;
import cn.tuanwu.access.Seat;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.session.Sessions;
import cn.tuanwu.kernel.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Committees sign in here. */
@RestController
class ConsoleSessionController {
    private final OrgAccounts accounts;
    private final Sessions sessions;
    private final Once once;

    ConsoleSessionController(OrgAccounts accounts, Sessions sessions, Once once) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.once = once;
    }

    /** The password is asked for at every repetition too: a kept answer opens no session by itself. */
    @PostMapping("/api/console/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    SignedIn signIn(Call call, @RequestBody SignIn wish, HttpServletRequest request) {
        once.refuseOtherBody(call);
        OrgAccounts.Signed signed =
                RefusedRequest.unlessDone(accounts.signIn(text(wish.login()), text(wish.password())));
        OrgAccountView view = once.answer(
                call,
                OrgAccountView.class,
                () -> Outcome.done(new OrgAccountView(
                        wish.login(),
                        new OrganisationView(
                                Long.toString(signed.seat().organisation().id()),
                                signed.seat().organisation().name()),
                        signed.seat().role())));
        return new SignedIn(sessions.openConsole(request, signed.accountId()), view);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    record SignIn(String login, String password) {
        @Override
        public String toString() {
            return "SignIn[…]";
        }
    }

    record SignedIn(String session, OrgAccountView account) {}

    record OrgAccountView(String login, OrganisationView organisation, Seat.Role role) {}

    record OrganisationView(String id, String name) {}
}
