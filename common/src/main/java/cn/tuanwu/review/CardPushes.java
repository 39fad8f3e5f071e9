package cn.tuanwu.review;

import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushKind;
import java.time.Duration;

/** The pushes about a task and each of its cards; the edition is part of their keys, so each card has its own. */
final class CardPushes {
    /** A card may be closed by another push this very moment: then there is nothing to tell. */
    private static final Duration LET_OTHERS_CLOSE = Duration.ofSeconds(1);

    private CardPushes() {}

    static Push send(ReviewCard card) {
        return push(PushKind.REVIEW_CARD, card, card.edition() == 1 ? "" : ":" + card.edition(), Duration.ZERO);
    }

    static Push renew(ReviewCard card, Duration after) {
        return push(PushKind.REVIEW_CARD_RENEW, card, ":" + card.edition(), after);
    }

    static Push close(ReviewCard card) {
        return push(PushKind.REVIEW_CARD_CLOSE, card, card.edition() == 1 ? "" : ":" + card.edition(), Duration.ZERO);
    }

    /** @param why tells this closing from the card's others */
    static Push closeAgain(ReviewCard card, String why) {
        return push(PushKind.REVIEW_CARD_CLOSE, card, ":" + card.edition() + ":" + why, Duration.ZERO);
    }

    /** One for all cards of this operator and task. */
    static Push remind(long taskId, long staffId) {
        return Push.now(PushKind.REVIEW_REMINDER, taskId, staffId);
    }

    static Push escalation(long taskId) {
        return Push.now(PushKind.REVIEW_ESCALATION, taskId);
    }

    static Push notice(ReviewCard card) {
        return push(PushKind.REVIEW_CARD_NOTICE, card, "", LET_OTHERS_CLOSE);
    }

    private static Push push(PushKind kind, ReviewCard card, String suffix, Duration after) {
        Push push = Push.now(kind, card.taskId(), card.staffId());
        return new Push(kind, push.subject(), push.receiver(), push.key() + suffix, after);
    }
}
