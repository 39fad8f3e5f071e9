package cn.tuanwu.sandbox.menu;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the platforms demand of a menu: at most three buttons, each with at most five below it. */
final class MenuRules {

    private static final Set<String> LINKS = Set.of("view", "miniprogram", "view_miniprogram");

    private MenuRules() {}

    static Optional<ApiAnswer> fault(JsonNode buttons) {
        if (!buttons.isArray() || buttons.isEmpty() || buttons.size() > 3) {
            return refused(40016, "invalid button size");
        }
        for (JsonNode button : buttons) {
            Optional<ApiAnswer> fault = top(button);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<ApiAnswer> top(JsonNode button) {
        JsonNode below = button.path("sub_button");
        if (bytes(button, "name") < 1 || bytes(button, "name") > 16) {
            return refused(40018, "invalid button name size");
        }
        if (below.isEmpty()) {
            return leaf(button, 40017, 40019, 40020);
        }
        if (below.size() > 5) {
            return refused(40023, "invalid sub button size");
        }
        for (JsonNode item : below) {
            if (!item.path("sub_button").isEmpty()) {
                return refused(40022, "invalid sub button level");
            }
            if (bytes(item, "name") < 1 || bytes(item, "name") > 60) {
                return refused(40025, "invalid sub button name size");
            }
            Optional<ApiAnswer> fault = leaf(item, 40024, 40026, 40027);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<ApiAnswer> leaf(JsonNode button, int badType, int badKey, int badUrl) {
        String type = button.path("type").asString("");
        if (type.equals("click")) {
            boolean fits = bytes(button, "key") >= 1 && bytes(button, "key") <= 128;
            return fits ? Optional.empty() : refused(badKey, "invalid button key size");
        }
        if (!LINKS.contains(type)) {
            return refused(badType, "invalid button type");
        }
        boolean page = !type.equals("view");
        if (page && (bytes(button, "appid") < 1 || bytes(button, "pagepath") < 1)) {
            return refused(badKey, "appid or pagepath missing");
        }
        boolean needsUrl = !type.equals("view_miniprogram");
        boolean fits = bytes(button, "url") <= 1024 && (!needsUrl || bytes(button, "url") >= 1);
        return fits ? Optional.empty() : refused(badUrl, "invalid button url size");
    }

    private static int bytes(JsonNode button, String field) {
        return button.path(field).asString("").getBytes(StandardCharsets.UTF_8).length;
    }

    private static Optional<ApiAnswer> refused(int errcode, String errmsg) {
        return Optional.of(ApiAnswer.refused(errcode, errmsg));
    }
}
