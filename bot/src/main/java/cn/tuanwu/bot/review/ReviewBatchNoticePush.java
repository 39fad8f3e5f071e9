package cn.tuanwu.bot.review;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.ReviewBatchDesk;
import cn.tuanwu.review.ReviewBatchDesk.Summary;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a committee's admin of very many decisions at once. */
@Component
class ReviewBatchNoticePush implements PushHandler {
    private final ReviewBatchDesk batches;
    private final Colleague colleague;

    ReviewBatchNoticePush(ReviewBatchDesk batches, Colleague colleague) {
        this.batches = batches;
        this.colleague = colleague;
    }

    @Override
    public PushKind kind() {
        return PushKind.REVIEW_BATCH_NOTICE;
    }

    @Override
    public Next send(Claimed push) {
        Optional<Summary> summary = batches.summary(push.subject()).filter(found -> found.decided() > 0);
        return summary.map(found -> colleague.tell(push, Long.parseLong(push.receiver()), () -> words(found)))
                .orElseGet(() -> Next.skip("nothing was decided"));
    }

    private static String words(Summary summary) {
        return "【批量审核】" + summary.by() + " 批量" + summary.verdict().label() + "了 " + summary.decided() + " 条。";
    }
}
