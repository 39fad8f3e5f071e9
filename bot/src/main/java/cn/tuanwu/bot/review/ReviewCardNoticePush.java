package cn.tuanwu.bot.review;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says in words what a card on an operator's phone can't show any more. */
@Component
class ReviewCardNoticePush implements PushHandler {
    private final ReviewDesk reviews;
    private final CardDesk cards;
    private final RegistrationBook book;
    private final Colleague colleague;
    private final PageLinks pages;

    ReviewCardNoticePush(
            ReviewDesk reviews, CardDesk cards, RegistrationBook book, Colleague colleague, PageLinks pages) {
        this.reviews = reviews;
        this.cards = cards;
        this.book = book;
        this.colleague = colleague;
        this.pages = pages;
    }

    @Override
    public PushKind kind() {
        return PushKind.REVIEW_CARD_NOTICE;
    }

    @Override
    public Next send(Claimed push) {
        long staffId = Long.parseLong(push.receiver());
        Optional<ReviewTask> task = reviews.find(push.subject());
        boolean lost =
                cards.all(push.subject(), staffId).stream().anyMatch(card -> card.state() == ReviewCard.State.LOST);
        if (task.isEmpty() || !lost) {
            return Next.skip("the card was closed after all");
        }
        String link = task.get().isOpen() ? "" : pages.link("查看详情", task.get());
        return colleague.tell(push, staffId, () -> words(task.get(), staffId), link);
    }

    private String words(ReviewTask task, long staffId) {
        if (task.isOpen()) {
            return reviews.mayDecide(staffId, task)
                    ? "【" + task.kind().label() + "审核】" + subject(task) + "待审核，请看新的卡片。"
                    : "【" + task.kind().label() + "审核】" + task.branch().name() + "：" + CardFace.NOT_YOURS + "原卡片不再更新。";
        }
        return "【" + task.kind().label() + "审核】" + subject(task) + reviews.truth(task) + "，原卡片不再更新。";
    }

    private String subject(ReviewTask task) {
        String name = book.sheet(task.registrationId())
                .map(RegistrationBook.Sheet::name)
                .orElse("（账号已注销）");
        return task.branch().name() + "：团员 " + name + " 的" + task.kind().label();
    }
}
