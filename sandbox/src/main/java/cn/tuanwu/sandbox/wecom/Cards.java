package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.world.WorldState.CardCopy;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The two ways a copy changes. */
public final class Cards {

    private Cards() {}

    public static UnaryOperator<CardCopy> replacedBy(JsonNode card) {
        String replaceText = card.path("replace_text").asString("");
        return copy -> new CardCopy(copy.taskId(), card, replaceText.isEmpty() ? null : replaceText, copy.selectedId());
    }

    public static UnaryOperator<CardCopy> greyed(String replaceName) {
        return copy -> new CardCopy(copy.taskId(), copy.card(), replaceName, copy.selectedId());
    }
}
