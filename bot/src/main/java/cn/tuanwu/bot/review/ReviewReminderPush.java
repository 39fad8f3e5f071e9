package cn.tuanwu.bot.review;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.review.WaitingDesk;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reminds an operator of a task that waits; someone with very many gets one digest a day instead. */
@Component
class ReviewReminderPush implements PushHandler {
    private final ReviewDesk reviews;
    private final WaitingDesk waiting;
    private final RegistrationBook book;
    private final Colleague colleague;
    private final PageLinks pages;
    private final Clock clock;

    ReviewReminderPush(
            ReviewDesk reviews,
            WaitingDesk waiting,
            RegistrationBook book,
            Colleague colleague,
            PageLinks pages,
            Clock clock) {
        this.reviews = reviews;
        this.waiting = waiting;
        this.book = book;
        this.colleague = colleague;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public PushKind kind() {
        return PushKind.REVIEW_REMINDER;
    }

    @Override
    public Next send(Claimed push) {
        long staffId = Long.parseLong(push.receiver());
        Optional<ReviewTask> task =
                reviews.find(push.subject()).filter(found -> found.isOpen() && reviews.mayDecide(staffId, found));
        if (task.isEmpty()) {
            return Next.skip("decided, or not this operator's");
        }
        if (waiting.count(staffId) > WaitingDesk.DIGEST_ABOVE) {
            waiting.digestToday(staffId);
            return Next.skip("in the digest");
        }
        return colleague.tell(push, staffId, () -> words(task.get()), pages.link("查看详情", task.get()) + "。");
    }

    private String words(ReviewTask task) {
        String name = book.sheet(task.registrationId())
                .map(RegistrationBook.Sheet::name)
                .orElse("（账号已注销）");
        return "【待审核提醒】" + task.branch().name() + "：团员 " + name + " 于 "
                + ChinaTime.brief(task.openedAt(), clock.instant()) + " 提交的"
                + task.kind().label() + "还在等您审核，请在卡片上处理，或";
    }
}
