package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.MiniProgramSettings;
import tools.jackson.databind.JsonNode;

/** Looks whether the mini-program has the subscribe-message template that tells members the result. */
final class TemplateCheck {
    /** As the push of the result names it. */
    static final String TEMPLATE = "tmpl-registration-result";

    private final Wire wire;

    TemplateCheck(Wire wire) {
        this.wire = wire;
    }

    void judge(MiniProgramSettings mini, String token, Finding finding) {
        Reply reply = wire.get(mini.api() + "/wxaapi/newtmpl/gettemplate?access_token=" + token);
        if (!reply.isPlatforms() || !reply.json().path("data").isArray()) {
            finding.notChecked("订阅消息模板");
            return;
        }
        for (JsonNode template : reply.json().path("data")) {
            if (TEMPLATE.equals(template.path("priTmplId").asString(""))) {
                return;
            }
        }
        finding.fault("小程序里没有订阅消息模板 " + TEMPLATE, "在小程序后台的“订阅消息”中添加“报到结果”模板，模板 ID 须与程序一致");
    }
}
