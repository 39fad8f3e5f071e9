package cn.tuanwu.bot.review;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the member the outcome of a review. */
@Component
class MemberResultPush implements PushHandler {
    private final ReviewDesk reviews;
    private final RegistrationBook book;
    private final MemberChannels channels;

    MemberResultPush(ReviewDesk reviews, RegistrationBook book, MemberChannels channels) {
        this.reviews = reviews;
        this.book = book;
        this.channels = channels;
    }

    @Override
    public PushKind kind() {
        return PushKind.MEMBER_RESULT;
    }

    @Override
    public Next send(Claimed push) {
        Optional<ReviewTask> task = reviews.find(push.subject()).filter(found -> found.decidedBy() != null);
        if (task.isEmpty()) {
            return Next.skip("not decided");
        }
        ResultWords words = new ResultWords(task.get());
        return book.sheet(task.get().registrationId())
                .map(RegistrationBook.Sheet::accountId)
                .map(account -> channels.tell(
                        push, account, new MemberChannels.Words(ResultWords.PAGE, words.fields(), words.sentence())))
                .orElseGet(() -> Next.skip("the account was closed"));
    }
}
