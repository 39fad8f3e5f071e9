package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.settings.OfficialAccountSettings;
import cn.tuanwu.bot.settings.WeComSettings;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the menus and the application's home page what they should be. What already is so stays untouched. */
final class MenuMaker {
    private final BotSettings settings;
    private final Wire wire;
    private final Menus menus;
    private final TokenCalls tokens;
    private final Consumer<String> tell;
    private boolean failed;

    MenuMaker(BotSettings settings, Wire wire, Consumer<String> tell) {
        this.settings = settings;
        this.wire = wire;
        this.menus = new Menus(settings);
        this.tokens = new TokenCalls(wire);
        this.tell = tell;
    }

    /** @return whether both platforms have it now */
    boolean make() {
        Finding corp = new Finding("企业微信");
        tokens.weCom(settings.weCom(), corp).ifPresentOrElse(this::weCom, () -> fail(corp.line()));
        Finding account = new Finding("公众号");
        tokens.officialAccount(settings.officialAccount(), account)
                .ifPresentOrElse(this::account, () -> fail(account.line()));
        return !failed;
    }

    private void weCom(String token) {
        WeComSettings corp = settings.weCom();
        String query = "?access_token=" + token + "&agentid=" + corp.agentId();
        menu("企业微信的菜单", corp.api() + "/cgi-bin/menu/", query, "/button", menus.weCom());
        homePage(corp, token);
    }

    private void account(String token) {
        OfficialAccountSettings account = settings.officialAccount();
        String query = "?access_token=" + token;
        menu("公众号的菜单", account.api() + "/cgi-bin/menu/", query, "/menu/button", menus.officialAccount());
    }

    private void menu(String what, String address, String query, String at, ArrayNode wanted) {
        JsonNode now = wire.get(address + "get" + query).json().at(at);
        if (plain(now).equals(plain(wanted))) {
            tell.accept(what + "：已是最新，没有改动。");
            return;
        }
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.set("button", wanted);
        boolean fresh = now.isMissingNode();
        done(wire.post(address + "create" + query, body.toString()), what, fresh ? "已创建。" : "已更新。");
    }

    private void homePage(WeComSettings corp, String token) {
        String now = wire.get(corp.api() + "/cgi-bin/agent/get?access_token=" + token + "&agentid=" + corp.agentId())
                .json()
                .path("home_url")
                .asString("");
        if (now.equals(menus.homePage())) {
            tell.accept("企业微信应用的主页：已是最新，没有改动。");
            return;
        }
        String body = JsonMapper.shared()
                .createObjectNode()
                .put("agentid", corp.agentId())
                .put("home_url", menus.homePage())
                .toString();
        Reply reply = wire.post(corp.api() + "/cgi-bin/agent/set?access_token=" + token, body);
        done(reply, "企业微信应用的主页", "已设为 " + menus.homePage() + "。");
    }

    private void done(Reply reply, String what, String outcome) {
        if (reply.isPlatforms() && reply.errcode() == 0) {
            tell.accept(what + "：" + outcome);
            return;
        }
        Optional<String> trouble = Optional.ofNullable(reply.trouble());
        fail(what + "：没有成功，" + trouble.orElse("错误码 " + reply.errcode()) + "。");
    }

    private void fail(String line) {
        failed = true;
        tell.accept(line);
    }

    /** Only what was asked for: the platforms add empty lists and fields of their own. */
    private static JsonNode plain(JsonNode buttons) {
        ArrayNode plain = JsonMapper.shared().createArrayNode();
        for (JsonNode button : buttons) {
            ObjectNode one = plain.addObject();
            for (String field : new String[] {"type", "name", "key", "url", "appid", "pagepath"}) {
                one.put(field, button.path(field).asString(""));
            }
            JsonNode below = button.path("sub_button");
            one.set("sub_button", plain(below.isObject() ? below.path("list") : below));
        }
        return plain;
    }
}
