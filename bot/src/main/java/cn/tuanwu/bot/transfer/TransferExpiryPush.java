package cn.tuanwu.bot.transfer;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.transfer.TransferDesk;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Ends a transfer whose nodes did not all agree in time. */
@Component
class TransferExpiryPush implements PushHandler {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final TransferDesk transfers;

    TransferExpiryPush(TransferDesk transfers) {
        this.transfers = transfers;
    }

    @Override
    public PushKind kind() {
        return PushKind.TRANSFER_EXPIRY;
    }

    @Override
    public Next send(Claimed push) {
        return transfers.expire(push.subject()) ? Next.DONE : Next.held(AGAIN, "not over yet");
    }
}
