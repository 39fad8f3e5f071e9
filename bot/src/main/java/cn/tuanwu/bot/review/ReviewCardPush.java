package cn.tuanwu.bot.review;

import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.bot.tencent.WeCom;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.review.WaitingDesk;
import cn.tuanwu.transfer.TransferBatches;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends the review card to one operator; of very many started together one digest instead. */
@Component
class ReviewCardPush implements PushHandler {
    /** Our task ids are always well-formed, so this says: the card was sent before a crash, its code is lost. */
    private static final int TASK_ID_TAKEN = 42014;

    private final ReviewDesk reviews;
    private final CardDesk cards;
    private final Roster roster;
    private final CardFace face;
    private final WeCom weCom;
    private final ErrorCodes codes;
    private final WaitingDesk waiting;
    private final TransferBatches together;

    ReviewCardPush(
            ReviewDesk reviews,
            CardDesk cards,
            Roster roster,
            CardFace face,
            WeCom weCom,
            ErrorCodes codes,
            WaitingDesk waiting,
            TransferBatches together) {
        this.waiting = waiting;
        this.together = together;
        this.reviews = reviews;
        this.cards = cards;
        this.roster = roster;
        this.face = face;
        this.weCom = weCom;
        this.codes = codes;
    }

    @Override
    public PushKind kind() {
        return PushKind.REVIEW_CARD;
    }

    @Override
    public Next send(Claimed push) {
        long staffId = Long.parseLong(push.receiver());
        Optional<ReviewTask> task = reviews.find(push.subject()).filter(ReviewTask::isOpen);
        Optional<ReviewCard> card =
                cards.find(push.subject(), staffId).filter(due -> due.state() == ReviewCard.State.DUE);
        if (task.isEmpty() || card.isEmpty()) {
            return Next.skip("decided or sent before");
        }
        if (!reviews.mayDecide(staffId, task.get())) {
            cards.closed(card.get());
            return Next.skip("not the operator's any more");
        }
        Optional<Long> batch = Optional.ofNullable(task.get().transferId()).flatMap(together::of);
        if (batch.isPresent() && waiting.count(staffId) > WaitingDesk.DIGEST_ABOVE) {
            // The card stays due: the task is on the operator's page, and nothing on the phone has to be closed.
            waiting.digestOf(batch.get(), staffId);
            return Next.skip("in the digest of its batch");
        }
        return roster.byId(staffId)
                .map(person -> send(push, task.get(), card.get(), person))
                .orElseGet(() -> Next.never("staff unknown"));
    }

    private Next send(Claimed push, ReviewTask task, ReviewCard card, Roster.Person person) {
        if (person.userid() == null) {
            // With the userid the open tasks are dealt again.
            cards.closed(card);
            return Next.skip("not known in WeChat Work yet");
        }
        CallResult<WeCom.Sent> result = weCom.sendCard(person.userid(), card.platformTaskId(), face.open(task));
        if (result instanceof CallResult.Ok<WeCom.Sent> ok) {
            cards.sent(card, ok.value().messageId(), ok.value().responseCode());
            return Next.DONE;
        }
        if (result instanceof CallResult.Refused<WeCom.Sent> refused && refused.errcode() == TASK_ID_TAKEN) {
            cards.sent(card, null, null);
            return Next.DONE;
        }
        return codes.afterFailure(Platform.WECOM, result, push.attempts());
    }
}
