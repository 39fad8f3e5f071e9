package cn.tuanwu.bot.review;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.WaitingDesk;
import org.springframework.stereotype.Component;

/** Gives the cards that a submission and a change of the roster, both under way at once, left out. */
@Component
class ReviewDealPush implements PushHandler {
    private final OrgDesk organisations;
    private final WaitingDesk waiting;

    ReviewDealPush(OrgDesk organisations, WaitingDesk waiting) {
        this.organisations = organisations;
        this.waiting = waiting;
    }

    @Override
    public PushKind kind() {
        return PushKind.REVIEW_DEAL;
    }

    @Override
    public Next send(Claimed push) {
        organisations.find(push.subject()).ifPresent(waiting::deal);
        return Next.DONE;
    }
}
