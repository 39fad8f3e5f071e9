package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.world.WorldState.CardCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One receiver's copy of a card as a phone draws it. {@code closed}: no button of it reaches the application; {@code
 * stale}: they do, but every right to change it is used up or more than 72 hours old.
 */
record CardView(
        String taskId,
        String cardType,
        String title,
        String desc,
        String quote,
        String subTitle,
        List<Row> rows,
        Selection selection,
        List<Button> buttons,
        String source,
        List<Jump> jumps,
        String url,
        String replaceName,
        boolean closed,
        boolean stale,
        JsonNode raw) {

    record Row(String key, String value) {}

    record Selection(String questionKey, String title, List<Option> options, String selectedId, boolean disabled) {}

    record Option(String id, String text) {}

    record Button(String key, String text, int style, int type, String url, boolean disabled) {}

    record Jump(String title, String url) {}

    static CardView of(CardCopy copy) {
        return of(copy, null);
    }

    /** @param changeable the tasks whose cards may still be changed; null is unknown */
    static CardView of(CardCopy copy, Set<String> changeable) {
        JsonNode card = copy.card();
        boolean greyed = copy.replaceName() != null;
        List<Button> buttons = each(card.path("button_list"), node -> button(node, greyed));
        boolean closed = buttons.stream().allMatch(Button::disabled);
        return new CardView(
                copy.taskId(),
                text(card, "card_type"),
                text(card.path("main_title"), "title"),
                text(card.path("main_title"), "desc"),
                quote(card.path("quote_area")),
                text(card, "sub_title_text"),
                each(card.path("horizontal_content_list"), row -> new Row(text(row, "keyname"), text(row, "value"))),
                selection(card.path("button_selection"), copy.selectedId(), greyed),
                buttons,
                text(card.path("source"), "desc"),
                each(card.path("jump_list"), jump -> new Jump(text(jump, "title"), text(jump, "url"))),
                text(card.path("card_action"), "url"),
                copy.replaceName(),
                closed,
                !closed && changeable != null && !changeable.contains(copy.taskId()),
                card);
    }

    private static Button button(JsonNode node, boolean greyed) {
        int type = node.path("type").asInt(0);
        return new Button(
                text(node, "key"),
                text(node, "text"),
                node.path("style").asInt(1),
                type,
                text(node, "url"),
                greyed && type == 0);
    }

    private static String quote(JsonNode area) {
        String quote = text(area, "quote_text");
        return quote.isEmpty() ? null : quote;
    }

    /** A missing or unknown preselection falls on the first option, as on a real phone. */
    private static Selection selection(JsonNode node, String chosen, boolean greyed) {
        if (!node.isObject()) {
            return null;
        }
        List<Option> options =
                each(node.path("option_list"), option -> new Option(text(option, "id"), text(option, "text")));
        String wanted = chosen != null ? chosen : text(node, "selected_id");
        String selected = options.stream()
                .map(Option::id)
                .filter(wanted::equals)
                .findFirst()
                .orElse(options.isEmpty() ? null : options.get(0).id());
        boolean disabled = greyed || node.path("disable").asBoolean(false);
        return new Selection(text(node, "question_key"), text(node, "title"), options, selected, disabled);
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, T> view) {
        List<T> views = new ArrayList<>();
        list.forEach(node -> views.add(view.apply(node)));
        return views;
    }

    private static String text(JsonNode holder, String field) {
        return holder.path(field).asString("");
    }
}
