package cn.tuanwu.transfer;

import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What follows a move of a transfer: the end of its days. */
@Component
class TransferPushes {
    /** Then it is surely too late, by whichever clock. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private final PushDesk pushes;

    TransferPushes(PushDesk pushes) {
        this.pushes = pushes;
    }

    void expireLater(long id) {
        pushes.enqueue(Push.now(PushKind.TRANSFER_EXPIRY, id).after(Transfer.OPEN_FOR.plus(ROUNDING)));
    }

    /** After an appeal, once; the first days are over. */
    void expireAgain(long id) {
        pushes.enqueue(again(id).after(Transfer.OPEN_FOR.plus(ROUNDING)));
    }

    void expireNoMore(long id) {
        pushes.cancel(Push.now(PushKind.TRANSFER_EXPIRY, id).key(), "ended");
        pushes.cancel(again(id).key(), "ended");
    }

    private static Push again(long id) {
        Push push = Push.now(PushKind.TRANSFER_EXPIRY, id);
        return new Push(push.kind(), id, "", push.key() + ":appeal", Duration.ZERO);
    }
}
