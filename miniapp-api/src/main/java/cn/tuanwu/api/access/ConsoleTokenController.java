package cn.tuanwu.api.access;

import cn.tuanwu.access.ConsoleTokens;
import cn.tuanwu.access.FirstAdmin;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.org.Organisation;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a one-time link opens: the first accounts of an installation, or the password of an account. Good once, kept nowhere. */
@RestController
@RequestMapping("/api/console/tokens")
class ConsoleTokenController {
    private final ConsoleTokens tokens;
    private final FirstAdmin first;

    ConsoleTokenController(ConsoleTokens tokens, FirstAdmin first) {
        this.tokens = tokens;
        this.first = first;
    }

    /** Looks without using it up. The token is in the body: addresses are written into logs. */
    @PostMapping
    TokenView look(Call call, @RequestBody Token wish) {
        ConsoleTokens.Purpose purpose = RefusedRequest.unlessDone(tokens.look(wish.token()));
        return new TokenView(
                purpose.isFirst() ? "FIRST" : "PASSWORD",
                purpose.login(),
                first.root().map(Organisation::name).orElse(null),
                purpose.isFirst() && first.isVeryFirst());
    }

    @PostMapping("/first")
    @ResponseStatus(HttpStatus.CREATED)
    Made make(Call call, @RequestBody First wish) {
        return new Made(
                RefusedRequest.unlessDone(first.make(wish.token(), wish.organisation(), wish.security(), wish.admin()))
                        .stream()
                        .map(account -> account.login())
                        .toList());
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.CREATED)
    Made password(Call call, @RequestBody NewPassword wish) {
        return new Made(List.of(RefusedRequest.unlessDone(first.setPassword(wish.token(), wish.password()))));
    }

    record Token(String token) {
        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    /** @param both whether the admin's account is to be made as well */
    record TokenView(String kind, String login, String organisation, boolean both) {}

    record First(String token, String organisation, FirstAdmin.Wish security, FirstAdmin.Wish admin) {
        @Override
        public String toString() {
            return "First[…]";
        }
    }

    record NewPassword(String token, String password) {
        @Override
        public String toString() {
            return "NewPassword[…]";
        }
    }

    /** The logins that can sign in now. */
    record Made(List<String> logins) {}
}
