package cn.tuanwu.sandbox.callback;

import cn.tuanwu.sandbox.world.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the TemplateCard element of a passive reply into the JSON the same card has when it is sent. */
final class PassiveCards {

    private static final Set<String> LISTS = Set.of(
            "action_list",
            "horizontal_content_list",
            "vertical_content_list",
            "jump_list",
            "button_list",
            "option_list",
            "select_list");
    private static final Set<String> NUMBERS = Set.of("type", "style", "desc_color", "mode", "aspect_ratio");
    private static final Set<String> FLAGS = Set.of("disable", "is_checked");
    /** Names that are one word in JSON, in both spellings seen in XML. */
    private static final Map<String, String> ONE_WORD = Map.of(
            "KeyName", "keyname",
            "UserId", "userid",
            "AppId", "appid",
            "PagePath", "pagepath",
            "CheckBox", "checkbox");

    private PassiveCards() {}

    static ObjectNode json(Element element) {
        ObjectNode json = Json.object();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                put(json, name(child.getTagName()), child);
            }
        }
        return json;
    }

    private static void put(ObjectNode json, String name, Element child) {
        if (LISTS.contains(name)) {
            ArrayNode list = json.get(name) instanceof ArrayNode begun ? begun : json.putArray(name);
            list.add(json(child));
        } else if (hasElements(child)) {
            json.set(name, json(child));
        } else {
            value(json, name, child.getTextContent().strip());
        }
    }

    private static void value(ObjectNode json, String name, String text) {
        if (FLAGS.contains(name)) {
            json.put(name, text.equals("1") || text.equalsIgnoreCase("true"));
        } else if (NUMBERS.contains(name) && text.matches("[0-9]{1,9}")) {
            json.put(name, Integer.parseInt(text));
        } else {
            json.put(name, text);
        }
    }

    private static String name(String tag) {
        String known = ONE_WORD.get(tag);
        return known != null
                ? known
                : tag.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static boolean hasElements(Element element) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                return true;
            }
        }
        return false;
    }
}
