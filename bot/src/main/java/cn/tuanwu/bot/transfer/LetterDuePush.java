package cn.tuanwu.bot.transfer;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.transfer.LetterDesk;
import org.springframework.stereotype.Component;

/** Reminds a branch of a member who left with a letter and was not heard of again. */
@Component
class LetterDuePush implements PushHandler {
    private final LetterDesk letters;

    LetterDuePush(LetterDesk letters) {
        this.letters = letters;
    }

    @Override
    public PushKind kind() {
        return PushKind.TRANSFER_LETTER_DUE;
    }

    @Override
    public Next send(Claimed push) {
        letters.remind(push.subject());
        return Next.DONE;
    }
}
