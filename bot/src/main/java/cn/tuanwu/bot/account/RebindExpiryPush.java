package cn.tuanwu.bot.account;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.rebind.RebindDesk;
import org.springframework.stereotype.Component;

/** Ends a re-binding nobody decided in time. */
@Component
class RebindExpiryPush implements PushHandler {
    private final RebindDesk rebinds;

    RebindExpiryPush(RebindDesk rebinds) {
        this.rebinds = rebinds;
    }

    @Override
    public PushKind kind() {
        return PushKind.REBINDING_EXPIRY;
    }

    @Override
    public Next send(Claimed push) {
        rebinds.expire(push.subject());
        return Next.DONE;
    }
}
