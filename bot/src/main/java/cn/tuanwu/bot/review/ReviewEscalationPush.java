package cn.tuanwu.bot.review;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.QuietHours;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.review.WaitingDesk;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Brings a task nobody decided before the superior. */
@Component
class ReviewEscalationPush implements PushHandler {
    private final ReviewDesk reviews;
    private final WaitingDesk waiting;
    private final QuietHours quiet;
    private final Clock clock;

    ReviewEscalationPush(ReviewDesk reviews, WaitingDesk waiting, QuietHours quiet, Clock clock) {
        this.reviews = reviews;
        this.waiting = waiting;
        this.quiet = quiet;
        this.clock = clock;
    }

    @Override
    public PushKind kind() {
        return PushKind.REVIEW_ESCALATION;
    }

    @Override
    public Next send(Claimed push) {
        if (reviews.find(push.subject()).filter(ReviewTask::isOpen).isEmpty()) {
            return Next.skip("decided");
        }
        Duration night = quiet.left(clock.instant());
        if (!night.isZero()) {
            return Next.later(night, "quiet hours");
        }
        waiting.escalate(push.subject());
        return Next.DONE;
    }
}
