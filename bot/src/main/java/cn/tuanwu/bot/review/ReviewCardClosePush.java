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
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Closes an operator's cards after the task is over, or is not theirs any more. */
@Component
class ReviewCardClosePush implements PushHandler {
    private static final int CODE_SPENT = 60140;
    private static final Duration CARD_ON_ITS_WAY = Duration.ofSeconds(2);
    private static final Duration TAPPED_MEANWHILE = Duration.ofSeconds(1);
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
        Optional<ReviewTask> task = reviews.find(push.subject());
        boolean mayDecide = task.isPresent() && reviews.mayDecide(staffId, task.get());
        if (task.isEmpty() || task.get().isOpen() && mayDecide) {
            return Next.skip("nothing to close");
        }
        Next worst = Next.DONE;
        for (ReviewCard card : cards.all(push.subject(), staffId)) {
            Next next = end(push, task.get(), mayDecide, card);
            worst = next instanceof Next.Later || worst == Next.DONE ? next : worst;
        }
        return worst;
    }

    private Next end(Claimed push, ReviewTask task, boolean mayDecide, ReviewCard card) {
        return switch (card.state()) {
            case DUE -> notSentYet(push);
            case SENT -> close(push, task, mayDecide, card);
            // Tapped after another took its place, it is on the phone again and can be updated.
            case SUPERSEDED -> cards.usableCode(card).isPresent() ? close(push, task, mayDecide, card) : Next.DONE;
            case CLOSED, LOST -> Next.DONE;
        };
    }

    /** The card may be under way this very moment: its sender may have read the task before it was decided. */
    private static Next notSentYet(Claimed push) {
        return push.attempts() < PATIENCE ? Next.later(CARD_ON_ITS_WAY, "card not sent yet") : Next.skip("never sent");
    }

    private Next close(Claimed push, ReviewTask task, boolean mayDecide, ReviewCard card) {
        Optional<String> code = cards.usableCode(card);
        String userid = roster.byId(card.staffId()).map(Roster.Person::userid).orElse(null);
        if (code.isEmpty() || userid == null) {
            return lost(card, "no code to update the card with, or nobody");
        }
        CallResult<JsonNode> result = weCom.updateCard(userid, code.get(), face.over(task, mayDecide));
        if (result instanceof CallResult.Ok<JsonNode> ok) {
            if (names(ok.value().path("invaliduser"), userid)) {
                return lost(card, "the platform could not update this receiver's card");
            }
            cards.closed(card);
            return Next.DONE;
        }
        if (result instanceof CallResult.Refused<JsonNode> refused && refused.errcode() == CODE_SPENT) {
            return spent(push, card);
        }
        return codes.afterFailure(Platform.WECOM, result, push.attempts());
    }

    /** Codes are used once and only here: after an attempt whose end nobody knows, it was that attempt that used it. */
    private Next spent(Claimed push, ReviewCard card) {
        if (push.attempts() == 0) {
            return lost(card, "the code was spent or too old");
        }
        cards.closed(card);
        return Next.DONE;
    }

    /** It stays open on the phone: its operator is told in words; a late tap brings a fresh code and the truth. */
    private Next lost(ReviewCard card, String why) {
        return cards.lost(card) ? Next.skip(why) : Next.later(TAPPED_MEANWHILE, "a fresh code came meanwhile");
    }

    /** An array by the documentation, a list with bars in other answers of the platform; case is ignored everywhere. */
    private static boolean names(JsonNode invalid, String userid) {
        if (invalid.isArray()) {
            return invalid.valueStream().anyMatch(one -> one.asString("").equalsIgnoreCase(userid));
        }
        return Arrays.stream(invalid.asString("").split("\\|")).anyMatch(userid::equalsIgnoreCase);
    }
}
