package cn.tuanwu.api.account;

import cn.tuanwu.account.PasswordDesk;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends a code to a phone. The answer is the same whether or not the phone has an account. */
@RestController
class SmsCodeController {
    private static final Refusal PURPOSE_UNKNOWN = Refusal.at("purpose", "PURPOSE_UNKNOWN", "不支持这种用途的验证码。");

    private final SmsCodes codes;
    private final PasswordDesk passwords;
    private final Once once;

    SmsCodeController(SmsCodes codes, PasswordDesk passwords, Once once) {
        this.codes = codes;
        this.passwords = passwords;
        this.once = once;
    }

    @PostMapping(path = "/api/sms-codes", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    byte[] send(Call call, @RequestBody Wish wish, HttpServletRequest request) {
        return once.json(call, () -> send(wish, NetworkAddress.of(request))
                .map(phone -> new Sent(SmsCodes.VALID.toSeconds(), SmsCodes.PAUSE.toSeconds())));
    }

    private Outcome<Phone> send(Wish wish, String address) {
        return switch (String.valueOf(wish.purpose())) {
            case "REGISTER" -> codes.send(wish.phone(), SmsCodes.Purpose.REGISTER, address);
            case "REBIND" -> codes.send(wish.phone(), SmsCodes.Purpose.REBIND, address);
            case "CHANGE_PHONE" -> codes.send(wish.phone(), SmsCodes.Purpose.CHANGE_PHONE, address);
            case "RESET_PASSWORD" -> passwords.sendCode(wish.phone(), address);
            default -> Outcome.refused(PURPOSE_UNKNOWN);
        };
    }

    record Wish(String phone, String purpose) {
        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    record Sent(long seconds, long resendAfterSeconds) {}
}
