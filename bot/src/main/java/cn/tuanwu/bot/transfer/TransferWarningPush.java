package cn.tuanwu.bot.transfer;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.transfer.TransferDesk;
import org.springframework.stereotype.Component;

/** Says that a transfer has three days left. */
@Component
class TransferWarningPush implements PushHandler {
    private final TransferDesk transfers;

    TransferWarningPush(TransferDesk transfers) {
        this.transfers = transfers;
    }

    @Override
    public PushKind kind() {
        return PushKind.TRANSFER_WARNING;
    }

    @Override
    public Next send(Claimed push) {
        transfers.warn(push.subject());
        return Next.DONE;
    }
}
