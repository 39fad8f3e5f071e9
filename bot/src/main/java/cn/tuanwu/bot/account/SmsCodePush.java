package cn.tuanwu.bot.account;

import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import org.springframework.stereotype.Component;

/** Sends an SMS code while it is still of use. */
@Component
class SmsCodePush implements PushHandler {
    private final SmsCodes codes;
    private final SmsSender sender;

    SmsCodePush(SmsCodes codes, SmsSender sender) {
        this.codes = codes;
        this.sender = sender;
    }

    @Override
    public PushKind kind() {
        return PushKind.SMS_CODE;
    }

    @Override
    public Next send(Claimed push) {
        return codes.message(push.subject())
                .map(message -> sender.send(message.phone(), message.code(), push.attempts()))
                .orElseGet(() -> Next.skip("used or expired"));
    }
}
