package cn.tuanwu.bot.account;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.rebind.Notice;
import cn.tuanwu.rebind.RebindBook;
import org.springframework.stereotype.Component;

/** Tells a phone by SMS what became of its re-binding; at night too, as it may have to be stopped. */
@Component
class RebindNoticePush implements PushHandler {
    private final RebindBook book;
    private final SmsSender sender;

    RebindNoticePush(RebindBook book, SmsSender sender) {
        this.book = book;
        this.sender = sender;
    }

    @Override
    public PushKind kind() {
        return PushKind.REBINDING_NOTICE;
    }

    @Override
    public Next send(Claimed push) {
        return book.find(push.subject())
                .flatMap(rebinding -> Notice.of(rebinding, push.receiver()))
                .map(notice -> sender.tell(notice.phone(), notice, push.attempts()))
                .orElseGet(() -> Next.skip("forgotten with its account"));
    }
}
