package cn.tuanwu.bot.review;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.QuietHours;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives an operator a new card when the old one, untouched, is about to outlive its response code. */
@Component
class ReviewCardRenewPush implements PushHandler {
    private final ReviewDesk reviews;
    private final CardDesk cards;
    private final QuietHours quiet;
    private final Clock clock;

    ReviewCardRenewPush(ReviewDesk reviews, CardDesk cards, QuietHours quiet, Clock clock) {
        this.reviews = reviews;
        this.cards = cards;
        this.quiet = quiet;
        this.clock = clock;
    }

    @Override
    public PushKind kind() {
        return PushKind.REVIEW_CARD_RENEW;
    }

    @Override
    public Next send(Claimed push) {
        long staffId = Long.parseLong(push.receiver());
        Optional<ReviewTask> task = reviews.find(push.subject()).filter(ReviewTask::isOpen);
        Optional<ReviewCard> card =
                cards.find(push.subject(), staffId).filter(sent -> sent.state() == ReviewCard.State.SENT);
        if (task.isEmpty() || card.isEmpty() || !reviews.mayDecide(staffId, task.get())) {
            return Next.skip("decided, or no card to replace");
        }
        Duration left = cards.untilTooOld(card.get());
        if (left.compareTo(Duration.ZERO) > 0) {
            return Next.later(left, "the card can still be updated");
        }
        Duration night = quiet.left(clock.instant());
        if (!night.isZero()) {
            return Next.later(night, "quiet hours");
        }
        return cards.supersede(card.get()) ? Next.DONE : Next.later(Duration.ofMinutes(1), "tapped meanwhile");
    }
}
