package cn.tuanwu.sandbox.wecom;

import static cn.tuanwu.sandbox.wecom.CardRules.PARAMETER;
import static cn.tuanwu.sandbox.wecom.CardRules.text;

import tools.jackson.databind.JsonNode;

/** What the platform demands of each kind of card beyond the common parts. */
final class CardKinds {

    private CardKinds() {}

    static void check(CardRules rules, String type, JsonNode card) {
        switch (type) {
            case "text_notice" -> textNotice(rules, card);
            case "news_notice" -> newsNotice(rules, card);
            case "button_interaction" -> buttons(rules, card);
            case "vote_interaction" -> vote(rules, card);
            case "multiple_interaction" -> multiple(rules, card);
            default -> {
                // An unknown type is already refused.
            }
        }
    }

    private static void textNotice(CardRules rules, JsonNode card) {
        boolean titled = !text(card.path("main_title"), "title").isBlank()
                || !text(card, "sub_title_text").isBlank();
        rules.demand(titled, PARAMETER, "main_title.title or sub_title_text missing")
                .atMost(card.path("emphasis_content"), "title", 14)
                .atMost(card.path("emphasis_content"), "desc", 22);
    }

    private static void newsNotice(CardRules rules, JsonNode card) {
        boolean pictured = !text(card.path("card_image"), "url").isBlank()
                || !text(card.path("image_text_area"), "image_url").isBlank();
        double ratio = card.path("card_image").path("aspect_ratio").asDouble(1.3);
        rules.present(card.path("main_title"), "title", PARAMETER)
                .demand(pictured, 42044, "card_image.url missing")
                .demand(ratio >= 1.3 && ratio <= 2.25, PARAMETER, "card_image.aspect_ratio invalid")
                .size(card.path("vertical_content_list"), 0, 4, 42036, "vertical_content_list");
        for (JsonNode row : card.path("vertical_content_list")) {
            rules.present(row, "title", 42033).atMost(row, "title", 38).atMost(row, "desc", 160);
        }
    }

    private static void buttons(CardRules rules, JsonNode card) {
        JsonNode list = card.path("button_list");
        rules.present(card.path("main_title"), "title", PARAMETER)
                .size(list, 1, 6, PARAMETER, "button_list")
                .unique(list, "key", 42018, "button_list");
        for (JsonNode button : list) {
            boolean link = button.path("type").asInt(0) == 1;
            int style = button.path("style").asInt(1);
            rules.present(button, "text", 42038)
                    .atMost(button, "text", 10)
                    .demand(style >= 1 && style <= 4, PARAMETER, "button_list.style invalid")
                    .demand(link || !text(button, "key").isBlank(), 42039, "button_list.key missing")
                    .demand(!link || !text(button, "url").isBlank(), 42028, "button_list.url missing")
                    .bytes(button, "key", 1024, 42018);
        }
        if (card.path("button_selection").isObject()) {
            select(rules, card.path("button_selection"));
        }
    }

    private static void vote(CardRules rules, JsonNode card) {
        JsonNode checkbox = card.path("checkbox");
        rules.present(checkbox, "question_key", 42043).bytes(checkbox, "question_key", 1024, 42043);
        int mode = checkbox.path("mode").asInt(0);
        rules.demand(mode == 0 || mode == 1, PARAMETER, "checkbox.mode invalid");
        options(rules, checkbox, 20, 17);
        submit(rules, card);
    }

    private static void multiple(CardRules rules, JsonNode card) {
        JsonNode list = card.path("select_list");
        rules.size(list, 1, 3, 42047, "select_list").unique(list, "question_key", 42043, "select_list");
        list.forEach(select -> select(rules, select));
        submit(rules, card);
    }

    private static void select(CardRules rules, JsonNode select) {
        rules.present(select, "question_key", 42043).bytes(select, "question_key", 1024, 42043);
        options(rules, select, 10, 16);
    }

    private static void options(CardRules rules, JsonNode question, int most, int characters) {
        JsonNode list = question.path("option_list");
        rules.size(list, 1, most, 42037, "option_list").unique(list, "id", 42040, "option_list");
        for (JsonNode option : list) {
            rules.present(option, "id", 42040)
                    .bytes(option, "id", 128, 42040)
                    .present(option, "text", 42041)
                    .atMost(option, "text", characters);
        }
    }

    private static void submit(CardRules rules, JsonNode card) {
        rules.present(card.path("submit_button"), "key", 42046)
                .bytes(card.path("submit_button"), "key", 1024, 42046)
                .atMost(card.path("submit_button"), "text", 10);
    }
}
