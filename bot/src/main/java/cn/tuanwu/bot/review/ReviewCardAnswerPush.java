package cn.tuanwu.bot.review;

import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.inbox.Inbox;
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
import cn.tuanwu.review.TapAnswers;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows on a tapped card what came too late for the answer to the tap: the end, or why it is still open. */
@Component
class ReviewCardAnswerPush implements PushHandler {
    private static final int CODE_SPENT = 60140;

    private final Inbox inbox;
    private final ReviewDesk reviews;
    private final CardDesk cards;
    private final TapAnswers answers;
    private final Roster roster;
    private final CardFace face;
    private final WeCom weCom;
    private final ErrorCodes codes;

    ReviewCardAnswerPush(
            Inbox inbox,
            ReviewDesk reviews,
            CardDesk cards,
            TapAnswers answers,
            Roster roster,
            CardFace face,
            WeCom weCom,
            ErrorCodes codes) {
        this.inbox = inbox;
        this.reviews = reviews;
        this.cards = cards;
        this.answers = answers;
        this.roster = roster;
        this.face = face;
        this.weCom = weCom;
        this.codes = codes;
    }

    @Override
    public PushKind kind() {
        return PushKind.REVIEW_CARD_ANSWER;
    }

    @Override
    public Next send(Claimed push) {
        Optional<Inbox.Unsaid> unsaid = inbox.unsaid(push.subject());
        Optional<CardClick> click = unsaid.flatMap(asked -> CardClick.of(asked.event()));
        if (click.isEmpty()) {
            return Next.skip("the tap is not kept any more");
        }
        CardClick tap = click.get();
        ReviewTask today = reviews.find(tap.taskId()).orElseThrow();
        if (today.isOpen() && reviews.mayDecide(tap.staffId(), today)) {
            return draw(push, tap, today, unsaid.get().words());
        }
        answers.closeNow(tap.taskId(), tap.staffId());
        return Next.DONE;
    }

    /** With the code the card had before the tap: the tap's own is for closing it some day. */
    private Next draw(Claimed push, CardClick tap, ReviewTask today, String note) {
        ReviewCard card = cards.find(tap.taskId(), tap.staffId(), tap.edition()).orElseThrow();
        Optional<String> code = answers.spareCode(card);
        Optional<Roster.Person> person = roster.byId(tap.staffId());
        if (code.isEmpty() || person.isEmpty()) {
            return Next.skip("no code to say it with; the card is open, as it looks");
        }
        CallResult<JsonNode> result =
                weCom.updateCard(person.get().userid(), code.get(), face.open(today, note, tap.selection()));
        boolean spent = result instanceof CallResult.Refused<JsonNode> refused && refused.errcode() == CODE_SPENT;
        if (spent || result instanceof CallResult.Ok<JsonNode>) {
            answers.spareUsed(card, code.get());
            return spent ? Next.skip("the code was spent or too old") : Next.DONE;
        }
        return codes.afterFailure(Platform.WECOM, result, push.attempts());
    }
}
