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
import cn.tuanwu.kernel.Phone;
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
    private final PhoneConsent consent;
    private final Sessions sessions;
    private final Once once;

    AccountController(AccountDesk accounts, LoginCodes loginCodes, PhoneConsent consent, Sessions sessions, Once once) {
        this.accounts = accounts;
        this.loginCodes = loginCodes;
        this.consent = consent;
        this.sessions = sessions;
        this.once = once;
    }

    /** With a phone and the SMS's code, or with the platform's phone code alone. */
    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    SignedIn register(Call call, @RequestBody Registering wish, HttpServletRequest request) {
        Optional<AccountView> made = once.earlier(call, AccountView.class);
        if (made.isPresent()) {
            return again(call, made.get(), wish, null, request);
        }
        String openid = loginCodes.openid(wish.loginCode()).orElse(null);
        Phone proven = wish.phoneCode() == null ? null : RefusedRequest.unlessDone(consent.phone(wish.phoneCode()));
        Outcome<JudgedAccount> judged = accounts.judge(wish.with(proven, openid));
        // A twin of this request may have used the code up meanwhile: then its answer is ours too.
        if (judged instanceof Outcome.Refused) {
            made = once.earlier(call, AccountView.class);
            if (made.isPresent()) {
                return again(call, made.get(), wish, openid, request);
            }
        }
        JudgedAccount good = RefusedRequest.unlessDone(judged);
        boolean[] mine = new boolean[1];
        AccountView view = once.answer(call, AccountView.class, () -> {
            mine[0] = true;
            return accounts.open(good).map(AccountView::of);
        });
        return mine[0]
                ? new SignedIn(sessions.open(request, owner(view)), view)
                : again(call, view, wish, openid, request);
    }

    /**
     * Made by an earlier request with this key: whoever repeats it proves with the password to be the same. Of twins only
     * one is told whose login code it is, and that need not be the one that made the account.
     */
    private SignedIn again(Call call, AccountView made, Registering wish, String openid, HttpServletRequest request) {
        String phone = accounts.find(Long.parseLong(made.id()))
                .map(account -> account.phone().number())
                .orElse(wish.phone());
        return signIn(call, phone, wish.password(), openid, request);
    }

    /** WeChat's own sign-in, for whoever has signed in with the password once before. */
    @PostMapping("/api/sessions/wechat")
    @ResponseStatus(HttpStatus.CREATED)
    SignedIn signInByWeChat(Call call, @RequestBody OneTap wish, HttpServletRequest request) {
        once.refuseOtherBody(call);
        String openid = loginCodes
                .openid(wish.loginCode())
                .orElseThrow(() -> new RefusedRequest("WECHAT_FAILED", "微信登录没有成功，请重试，或用手机号和密码登录。"));
        Account account = RefusedRequest.unlessDone(accounts.signInByWeChat(openid));
        return signedIn(call, account, request);
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
        return signedIn(call, RefusedRequest.unlessDone(accounts.signIn(phone, password, openid)), request);
    }

    private SignedIn signedIn(Call call, Account account, HttpServletRequest request) {
        AccountView view = once.answer(call, AccountView.class, () -> Outcome.done(AccountView.of(account)));
        return new SignedIn(sessions.open(request, owner(view)), view);
    }

    private static Caller.OwnAccount owner(AccountView account) {
        return new Caller.OwnAccount(Long.parseLong(account.id()));
    }

    record Registering(
            String phone,
            String smsCode,
            String phoneCode,
            String password,
            String universityId,
            String loginCode,
            String scan) {

        NewAccount with(Phone proven, String openid) {
            Long university = Optional.ofNullable(universityId)
                    .filter(id -> id.matches("[0-9]{1,18}"))
                    .map(Long::valueOf)
                    .orElse(null);
            return new NewAccount(phone, proven, smsCode, password, university, openid, scan);
        }

        @Override
        public String toString() {
            return "Registering[…]";
        }
    }

    record OneTap(String loginCode) {
        @Override
        public String toString() {
            return "OneTap[…]";
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
