package cn.tuanwu.rebind;

import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What follows a move of a re-binding: an SMS to either phone, the end of its days. */
@Component
class RebindPushes {
    /** Then it is surely too late, by whichever clock. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private final PushDesk pushes;

    RebindPushes(PushDesk pushes) {
        this.pushes = pushes;
    }

    void tell(long id, Notice.To to, Rebinding.State state) {
        String receiver = to + "-" + state;
        String key = PushKind.REBINDING_NOTICE + ":" + id + ":" + receiver;
        pushes.enqueue(new Push(PushKind.REBINDING_NOTICE, id, receiver, key, Duration.ZERO));
    }

    void expireLater(long id) {
        pushes.enqueue(Push.now(PushKind.REBINDING_EXPIRY, id).after(Rebinding.OPEN_FOR.plus(ROUNDING)));
    }

    void expireNoMore(long id) {
        pushes.cancel(Push.now(PushKind.REBINDING_EXPIRY, id).key(), "ended");
    }
}
