package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.world.WorldState.ChatMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chat line as a phone draws it. {@code text} keeps its markup; {@code links} are the links in it, taken apart; {@code
 * picture} is the address of a picture.
 */
record MessageView(
        String id, Instant at, String from, String type, String text, List<Link> links, CardView card, String picture) {

    record Link(String text, String href, MiniProgram miniProgram) {}

    record MiniProgram(String appid, String path) {}

    private static final Pattern ANCHOR = Pattern.compile("(?is)<a\\s([^>]*)>(.*?)</a>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?s)([\\w-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    static MessageView of(ChatMessage message) {
        return of(message, null);
    }

    /** @param changeable the tasks whose cards the application may still change; null is unknown */
    static MessageView of(ChatMessage message, Set<String> changeable) {
        boolean isPicture = message.type().equals("image");
        return new MessageView(
                message.id(),
                message.at(),
                message.from(),
                message.type(),
                isPicture ? null : message.text(),
                message.from().equals("app") && message.text() != null ? links(message.text()) : null,
                message.card() == null ? null : CardView.of(message.card(), changeable),
                isPicture ? "/sandbox/pictures/" + message.text() : null);
    }

    private static List<Link> links(String text) {
        List<Link> links = new ArrayList<>();
        Matcher anchor = ANCHOR.matcher(text);
        while (anchor.find()) {
            String attributes = anchor.group(1);
            String appId = attribute(attributes, "data-miniprogram-appid");
            String path = attribute(attributes, "data-miniprogram-path");
            links.add(new Link(
                    unescape(anchor.group(2)),
                    attribute(attributes, "href"),
                    appId == null ? null : new MiniProgram(appId, path)));
        }
        return links;
    }

    private static String attribute(String attributes, String name) {
        Matcher matcher = ATTRIBUTE.matcher(attributes);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                return unescape(matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
            }
        }
        return null;
    }

    private static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
