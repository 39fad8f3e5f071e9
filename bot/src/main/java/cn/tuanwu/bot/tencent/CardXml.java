package cn.tuanwu.bot.tencent;

import cn.tuanwu.bot.xml.XmlText;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes a card of the platform's JSON as the XML of a passive reply: names in camel case, lists as repeated elements.
 * The platforms' library has no builder for it.
 */
public final class CardXml {
    private static final Map<String, String> ODD_NAMES =
            Map.of("keyname", "KeyName", "userid", "UserId", "appid", "AppId", "pagepath", "PagePath");

    private CardXml() {}

    public static XmlText of(String name, JsonNode card) {
        XmlText xml = new XmlText();
        write(xml, name, card);
        return xml;
    }

    private static void write(XmlText xml, String name, JsonNode node) {
        if (node.isArray()) {
            node.forEach(item -> write(xml, name, item));
        } else if (node.isObject()) {
            xml.open(name);
            node.properties().forEach(field -> write(xml, camel(field.getKey()), field.getValue()));
            xml.close(name);
        } else if (node.isNumber()) {
            xml.number(name, node.asLong());
        } else {
            xml.words(name, node.asString());
        }
    }

    private static String camel(String name) {
        String odd = ODD_NAMES.get(name);
        if (odd != null) {
            return odd;
        }
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("_")) {
            camel.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
        return camel.toString();
    }
}
