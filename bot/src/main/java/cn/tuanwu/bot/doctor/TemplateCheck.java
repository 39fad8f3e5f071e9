package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.MiniProgramSettings;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Looks whether the mini-program has the subscribe-message template that tells members the result. */
final class TemplateCheck {
    /** As the push of the result fills them in. */
    private static final List<String> FIELDS = List.of("thing1", "phrase2", "time3", "thing4");

    private static final String WHERE = "在小程序后台的“订阅消息”里选用“报到结果”模板，把它的模板 ID 填进 " + MiniProgramSettings.TEMPLATE_SETTING;

    private final Wire wire;

    TemplateCheck(Wire wire) {
        this.wire = wire;
    }

    void judge(MiniProgramSettings mini, String token, Finding finding) {
        String wanted = mini.resultTemplate();
        if (wanted.isEmpty()) {
            finding.fault("没有设置 " + MiniProgramSettings.TEMPLATE_SETTING + "，审核结果不会发到小程序的服务通知里", WHERE);
            return;
        }
        Reply reply = wire.get(mini.api() + "/wxaapi/newtmpl/gettemplate?access_token=" + token);
        if (!reply.isPlatforms() || !reply.json().path("data").isArray()) {
            finding.notChecked("订阅消息模板");
            return;
        }
        for (JsonNode template : reply.json().path("data")) {
            if (wanted.equals(template.path("priTmplId").asString(""))) {
                fields(wanted, template.path("content").asString(""), finding);
                return;
            }
        }
        finding.fault("小程序里没有订阅消息模板 " + wanted, WHERE);
    }

    private static void fields(String template, String content, Finding finding) {
        List<String> missing = new ArrayList<>(FIELDS);
        missing.removeIf(field -> content.isEmpty() || content.contains("{{" + field + ".DATA}}"));
        if (!missing.isEmpty()) {
            finding.fault(
                    "订阅消息模板 " + template + " 缺少字段 " + String.join("、", missing), "重新选用模板，关键词依次为：团支部、审核结果、审核时间、备注");
        }
    }
}
