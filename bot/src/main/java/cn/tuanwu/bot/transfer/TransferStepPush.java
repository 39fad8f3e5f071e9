package cn.tuanwu.bot.transfer;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.review.MemberChannels;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferBook;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the member a step of their transfer, unless it went on since. */
@Component
class TransferStepPush implements PushHandler {
    private final TransferBook transfers;
    private final RegistrationBook book;
    private final MemberChannels channels;

    TransferStepPush(TransferBook transfers, RegistrationBook book, MemberChannels channels) {
        this.transfers = transfers;
        this.book = book;
        this.channels = channels;
    }

    @Override
    public PushKind kind() {
        return PushKind.TRANSFER_STEP;
    }

    @Override
    public Next send(Claimed push) {
        String[] which = push.receiver().split(":");
        Optional<Transfer> transfer =
                transfers.find(push.subject()).filter(found -> found.version() == Integer.parseInt(which[1]));
        if (transfer.isEmpty()) {
            return Next.skip("it went on since");
        }
        StepWords words = new StepWords(transfer.get(), Transfer.Step.valueOf(which[0]));
        return book.sheet(transfer.get().registrationId())
                .map(sheet -> channels.tell(
                        push,
                        sheet.accountId(),
                        new MemberChannels.Words(StepWords.PAGE, words.fields(), words.sentence())))
                .orElseGet(() -> Next.skip("the account was closed"));
    }
}
