package cn.tuanwu.transfer;

import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What follows a move of a transfer: the end of its days, a word before that; the end of its letter's. */
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
        pushes.enqueue(Push.now(PushKind.TRANSFER_WARNING, id).after(Transfer.OPEN_FOR.minus(Transfer.LAST_DAYS)));
    }

    /** After an appeal, once; the first days are over. */
    void expireAgain(long id) {
        pushes.enqueue(again(PushKind.TRANSFER_EXPIRY, id).after(Transfer.OPEN_FOR.plus(ROUNDING)));
        pushes.enqueue(again(PushKind.TRANSFER_WARNING, id).after(Transfer.OPEN_FOR.minus(Transfer.LAST_DAYS)));
    }

    void expireNoMore(long id) {
        for (PushKind kind : List.of(PushKind.TRANSFER_EXPIRY, PushKind.TRANSFER_WARNING)) {
            pushes.cancel(Push.now(kind, id).key(), "ended");
            pushes.cancel(again(kind, id).key(), "ended");
        }
    }

    /** When the letter's last day is over. */
    void letterLater(long id) {
        pushes.enqueue(Push.now(PushKind.TRANSFER_LETTER_DUE, id).after(Duration.ofDays(Letter.DAYS + 1)));
    }

    private static Push again(PushKind kind, long id) {
        Push push = Push.now(kind, id);
        return new Push(push.kind(), id, "", push.key() + ":appeal", Duration.ZERO);
    }
}
