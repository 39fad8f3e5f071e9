package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.BotSettings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands under the chats. The keys are words the chats understand, so a tap and a typed word hear the same. */
final class Menus {
    private final String publicUrl;
    private final String miniProgram;

    Menus(BotSettings settings) {
        this.publicUrl = settings.publicUrl();
        this.miniProgram = settings.miniProgram().appId();
    }

    /** Under the official account. 报到 is a tap and not a link: the answer binds the follower to who registers. */
    ArrayNode officialAccount() {
        ArrayNode buttons = JsonMapper.shared().createArrayNode();
        click(buttons, "报到", "REGISTER");
        program(buttons, "我的进度", "pages/status/status");
        ArrayNode help = below(buttons, "帮助");
        click(help, "怎么报到", "HELP");
        click(help, "常见问题", "FAQ");
        program(help, "进入小程序", "pages/start/start");
        return buttons;
    }

    /** Under the application in WeChat Work. */
    ArrayNode weCom() {
        ArrayNode buttons = JsonMapper.shared().createArrayNode();
        click(buttons, "待审核", "WAITING");
        click(buttons, "进度", "STATUS");
        ArrayNode more = below(buttons, "更多");
        more.addObject().put("type", "view").put("name", "审核页面").put("url", homePage());
        click(more, "帮助", "HELP");
        return buttons;
    }

    /** What opens when the application is tapped among the others. */
    String homePage() {
        return publicUrl + "/m/";
    }

    private static void click(ArrayNode buttons, String name, String key) {
        buttons.addObject().put("type", "click").put("name", name).put("key", key);
    }

    /** Phones too old for mini-programs open the address instead. */
    private void program(ArrayNode buttons, String name, String page) {
        buttons.addObject()
                .put("type", "miniprogram")
                .put("name", name)
                .put("url", publicUrl + "/i")
                .put("appid", miniProgram)
                .put("pagepath", page);
    }

    private static ArrayNode below(ArrayNode buttons, String name) {
        ObjectNode top = buttons.addObject().put("name", name);
        return top.putArray("sub_button");
    }
}
