package cn.tuanwu.api.account;

import cn.tuanwu.account.PasswordDesk;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sets a forgotten password with the code of an SMS. It opens no session: whoever set it signs in with it. */
@RestController
class PasswordController {
    private final PasswordDesk passwords;
    private final Once once;

    PasswordController(PasswordDesk passwords, Once once) {
        this.passwords = passwords;
        this.once = once;
    }

    @PostMapping("/api/password-resets")
    Done reset(Call call, @RequestBody Wish wish) {
        Optional<Done> kept = once.earlier(call, Done.class);
        if (kept.isPresent()) {
            return kept.get();
        }
        PasswordDesk.NewPassword judged =
                RefusedRequest.unlessDone(passwords.judge(wish.phone(), wish.smsCode(), wish.password()));
        return once.answer(
                call, Done.class, () -> passwords.set(judged).map(phone -> new Done("密码已重设，已在所有设备退出登录，请用新密码登录。")));
    }

    record Wish(String phone, String smsCode, String password) {
        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    record Done(String text) {}
}
