package cn.tuanwu.api.account;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.Account;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.account.JudgedAccount;
import cn.tuanwu.account.NewAccount;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.session.Sessions;
import cn.tuanwu.kernel.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Makes accounts and signs their owners in. The session is opened after the commit and is never part of the kept answer:
 * a repeated request is given a session of its own, by the password it carries.
 */
@RestController
class AccountController {
    private final AccountDesk accounts;
    private final LoginCodes loginCodes;
    private final Sessions sessions;
    private final Once once;

    AccountController(AccountDesk accounts, LoginCodes loginCodes, Sessions sessions, Once once) {
        this.accounts = accounts;
        this.loginCodes = loginCodes;
        this.sessions = sessions;
        this.once = once;
    }

    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    SignedIn register(Call call, @RequestBody Registering wish, HttpServletRequest request) {
        if (isMade(call)) {
            return signIn(call, wish.phone(), wish.password(), null, request);
        }
        String openid = loginCodes.openid(wish.loginCode()).orElse(null);
        Outcome<JudgedAccount> judged = accounts.judge(wish.with(openid));
        // A twin of this request may have used the code up meanwhile: then its answer is ours too.
        if (judged instanceof Outcome.Refused && isMade(call)) {
            return signIn(call, wish.phone(), wish.password(), openid, request);
        }
        JudgedAccount good = RefusedRequest.unlessDone(judged);
        boolean[] mine = new boolean[1];
        AccountView view = once.answer(call, AccountView.class, () -> {
            mine[0] = true;
            return accounts.open(good).map(AccountView::of);
        });
        return mine[0]
                ? new SignedIn(sessions.open(request, owner(view)), view)
                : signIn(call, wish.phone(), wish.password(), openid, request);
    }

    /** The password is asked for at every repetition too: a kept answer opens no session by itself. */
    @PostMapping("/api/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    SignedIn signIn(Call call, @RequestBody SigningIn wish, HttpServletRequest request) {
        once.refuseOtherBody(call);
        String openid = loginCodes.openid(wish.loginCode()).orElse(null);
        return signIn(call, wish.phone(), wish.password(), openid, request);
    }

    private SignedIn signIn(Call call, String phone, String password, String openid, HttpServletRequest request) {
        Account account = RefusedRequest.unlessDone(accounts.signIn(phone, password, openid));
        AccountView view = once.answer(call, AccountView.class, () -> Outcome.done(AccountView.of(account)));
        return new SignedIn(sessions.open(request, owner(view)), view);
    }

    private boolean isMade(Call call) {
        return once.earlier(call, AccountView.class).isPresent();
    }

    private static Caller.OwnAccount owner(AccountView account) {
        return new Caller.OwnAccount(Long.parseLong(account.id()));
    }

    record Registering(
            String phone, String smsCode, String password, String universityId, String loginCode, String scan) {

        NewAccount with(String openid) {
            Long university = Optional.ofNullable(universityId)
                    .filter(id -> id.matches("[0-9]{1,18}"))
                    .map(Long::valueOf)
                    .orElse(null);
            return new NewAccount(phone, smsCode, password, university, openid, scan);
        }

        @Override
        public String toString() {
            return "Registering[…]";
        }
    }

    record SigningIn(String phone, String password, String loginCode) {
        @Override
        public String toString() {
            return "SigningIn[…]";
        }
    }

    record SignedIn(String session, AccountView account) {
        @Override
        public String toString() {
            return "SignedIn[…]";
        }
    }
}
