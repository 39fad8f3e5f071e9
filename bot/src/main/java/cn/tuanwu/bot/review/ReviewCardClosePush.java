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
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Closes a card on an operator's phone after the task is over. */
@Component
class ReviewCardClosePush implements PushHandler {
    private static final int CODE_SPENT = 60140;
    private static final Duration CARD_ON_ITS_WAY = Duration.ofSeconds(2);
    private static final int PATIENCE = 5;

    private final ReviewDesk reviews;
    private final CardDesk cards;
    private final Roster roster;
    private final CardFace face;
    private final WeCom weCom;
    private final ErrorCodes codes;

    ReviewCardClosePush(
            ReviewDesk reviews, CardDesk cards, Roster roster, CardFace face, WeCom weCom, ErrorCodes codes) {
        this.reviews = reviews;
        this.cards = cards;
        this.roster = roster;
        this.face = face;
        this.weCom = weCom;
        this.codes = codes;
    }

    @Override
    public PushKind kind() {
        return PushKind.REVIEW_CARD_CLOSE;
    }

    @Override
    public Next send(Claimed push) {
        long staffId = Long.parseLong(push.receiver());
        Optional<ReviewTask> task = reviews.find(push.subject()).filter(found -> !found.isOpen());
        Optional<ReviewCard> card = cards.find(push.subject(), staffId);
        if (task.isEmpty() || card.isEmpty()) {
            return Next.skip("nothing to close");
        }
        return switch (card.get().state()) {
            case DUE -> notSentYet(push);
            case SENT -> close(push, task.get(), card.get());
            case CLOSED, LOST -> Next.skip("card " + card.get().state());
        };
    }

    /** The card may be under way this very moment: its sender may have read the task before it was decided. */
    private static Next notSentYet(Claimed push) {
        return push.attempts() < PATIENCE ? Next.later(CARD_ON_ITS_WAY, "card not sent yet") : Next.skip("never sent");
    }

    private Next close(Claimed push, ReviewTask task, ReviewCard card) {
        Optional<String> code = cards.usableCode(card);
        Optional<Roster.Person> person = roster.byId(card.staffId());
        if (code.isEmpty() || person.isEmpty()) {
            return lost(card);
        }
        CallResult<JsonNode> result = weCom.updateCard(person.get().userid(), code.get(), face.closed(task));
        if (result instanceof CallResult.Ok<JsonNode>) {
            cards.closed(card.taskId(), card.staffId());
            return Next.DONE;
        }
        if (result instanceof CallResult.Refused<JsonNode> refused && refused.errcode() == CODE_SPENT) {
            return lost(card);
        }
        return codes.afterFailure(Platform.WECOM, result, push.attempts());
    }

    /** It stays open on the phone; a late tap on it brings a fresh code and is answered with the truth. */
    private Next lost(ReviewCard card) {
        cards.lost(card.taskId(), card.staffId());
        return Next.skip("no code to update the card with");
    }
}
