package cn.tuanwu.sandbox.wecom;

import static cn.tuanwu.sandbox.wecom.CardRules.PARAMETER;
import static cn.tuanwu.sandbox.wecom.CardRules.text;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the platform demands of a template card: the parts every kind has. */
public final class TemplateCards {

    public enum Use {
        SEND,
        UPDATE
    }

    private static final Set<String> INTERACTIVE =
            Set.of("button_interaction", "vote_interaction", "multiple_interaction");
    private static final Set<String> NOTICES = Set.of("text_notice", "news_notice");

    private TemplateCards() {}

    /** The first broken rule as the platform would answer it. */
    public static Optional<ApiAnswer> fault(JsonNode card, Use use) {
        if (card == null || !card.isObject()) {
            return Optional.of(ApiAnswer.refused(PARAMETER, "template_card missing"));
        }
        String type = text(card, "card_type");
        CardRules rules = new CardRules();
        rules.demand(INTERACTIVE.contains(type) || NOTICES.contains(type), 42031, "invalid card_type");
        if (use == Use.SEND) {
            taskId(rules, card);
        }
        rules.atMost(card.path("source"), "desc", 20)
                .atMost(card.path("main_title"), "title", 36)
                .atMost(card.path("main_title"), "desc", 44)
                .atMost(card, "sub_title_text", 160);
        actionMenu(rules, card.path("action_menu"));
        target(rules, card.path("quote_area"), "quote_area");
        rows(rules, card.path("horizontal_content_list"));
        jumps(rules, card.path("jump_list"));
        cardAction(rules, card.path("card_action"), NOTICES.contains(type));
        CardKinds.check(rules, type, card);
        return rules.fault();
    }

    /** Whether a click on this card reaches the application, which is what response codes are for. */
    static boolean callsBack(JsonNode card) {
        return INTERACTIVE.contains(text(card, "card_type"))
                || card.path("action_menu").isObject();
    }

    private static void taskId(CardRules rules, JsonNode card) {
        String taskId = text(card, "task_id");
        rules.demand(!callsBack(card) || !taskId.isEmpty(), 42014, "task_id missing")
                .demand(taskId.matches("[0-9A-Za-z_\\-@]{0,128}"), 42014, "invalid task_id");
    }

    private static void actionMenu(CardRules rules, JsonNode menu) {
        if (!menu.isObject()) {
            return;
        }
        JsonNode actions = menu.path("action_list");
        rules.size(actions, 1, 3, PARAMETER, "action_menu.action_list").unique(actions, "key", 42051, "action_menu");
        for (JsonNode action : actions) {
            rules.present(action, "text", PARAMETER)
                    .present(action, "key", 42051)
                    .bytes(action, "key", 1024, 42051);
        }
    }

    private static void rows(CardRules rules, JsonNode list) {
        rules.size(list, 0, 6, 42035, "horizontal_content_list");
        for (JsonNode row : list) {
            int type = row.path("type").asInt(0);
            rules.present(row, "keyname", 42027)
                    .atMost(row, "keyname", 5)
                    .atMost(row, "value", 30)
                    .demand(type != 1 || !text(row, "url").isBlank(), 42028, "horizontal_content_list.url missing")
                    .demand(type != 2 || !text(row, "media_id").isBlank(), 42029, "media_id missing")
                    .demand(type != 3 || !text(row, "userid").isBlank(), 42050, "userid missing");
        }
    }

    private static void jumps(CardRules rules, JsonNode list) {
        rules.size(list, 0, 3, 42042, "jump_list");
        for (JsonNode jump : list) {
            rules.present(jump, "title", 42033).atMost(jump, "title", 18);
            target(rules, jump, "jump_list");
        }
    }

    private static void cardAction(CardRules rules, JsonNode action, boolean required) {
        int type = action.path("type").asInt(0);
        rules.demand(!required || type == 1 || type == 2, 42045, "card_action missing");
        target(rules, action, "card_action");
    }

    private static void target(CardRules rules, JsonNode link, String name) {
        int type = link.path("type").asInt(0);
        rules.demand(type != 1 || !text(link, "url").isBlank(), 42028, name + ".url missing")
                .demand(type != 2 || !text(link, "appid").isBlank(), 42030, name + ".appid missing");
    }
}
