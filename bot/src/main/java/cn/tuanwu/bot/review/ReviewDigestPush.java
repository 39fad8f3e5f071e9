package cn.tuanwu.bot.review;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.WaitingDesk;
import org.springframework.stereotype.Component;

/** Tells someone with very many tasks, once a day, how many wait. */
@Component
class ReviewDigestPush implements PushHandler {
    private final WaitingDesk waiting;
    private final Colleague colleague;
    private final PageLinks pages;

    ReviewDigestPush(WaitingDesk waiting, Colleague colleague, PageLinks pages) {
        this.waiting = waiting;
        this.colleague = colleague;
        this.pages = pages;
    }

    @Override
    public PushKind kind() {
        return PushKind.REVIEW_DIGEST;
    }

    @Override
    public Next send(Claimed push) {
        long staffId = push.subject();
        int count = waiting.count(staffId);
        if (count == 0) {
            return Next.skip("nothing waits any more");
        }
        Next next =
                colleague.tell(push, staffId, () -> "【待审核汇总】您有 " + count + " 条待审核，", pages.linkToAll("点此逐条处理") + "。");
        if (next == Next.DONE && count > WaitingDesk.DIGEST_ABOVE) {
            waiting.digestTomorrow(staffId);
        }
        return next;
    }
}
