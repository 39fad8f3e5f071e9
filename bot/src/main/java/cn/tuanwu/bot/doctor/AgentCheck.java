package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.WeComSettings;
import java.net.URI;
import tools.jackson.databind.JsonNode;

/** Looks at the application in WeChat Work: its id, whether it is on, whom it reaches, its trusted domain, its home page. */
final class AgentCheck {
    private final Wire wire;
    private final String publicUrl;

    AgentCheck(Wire wire, String publicUrl) {
        this.wire = wire;
        this.publicUrl = publicUrl;
    }

    void judge(WeComSettings corp, String token, Finding finding) {
        Reply reply = wire.get(corp.api() + "/cgi-bin/agent/get?access_token=" + token + "&agentid=" + corp.agentId());
        if (!reply.isPlatforms()) {
            finding.notChecked("AgentId、可见范围、可信域名、主页");
            return;
        }
        switch (reply.errcode()) {
            case 0 -> agent(reply.json(), finding);
            case 40056, 301002 -> finding.fault("AgentId 不对", "改 TUANWU_WECOM_AGENT_ID，须与 Secret 属于同一个应用");
            case 50003 -> finding.fault("应用已停用", "在管理后台启用它");
            case 60020 -> finding.fault("IP 不在企业可信 IP 里", "在应用详情的“企业可信IP”中加上 " + reply.ourAddress());
            default -> finding.fault("查看应用时返回错误码 " + reply.errcode(), "按平台文档的全局错误码处理");
        }
    }

    private void agent(JsonNode agent, Finding finding) {
        if (agent.path("close").asInt(0) == 1) {
            finding.fault("应用已停用", "在管理后台启用它");
        }
        visibility(agent, finding);
        domain(agent, finding);
        home(agent, finding);
    }

    private static void visibility(JsonNode agent, Finding finding) {
        JsonNode members = agent.path("allow_userinfos");
        JsonNode parties = agent.path("allow_partys");
        JsonNode tags = agent.path("allow_tags");
        if (members.isMissingNode() && parties.isMissingNode() && tags.isMissingNode()) {
            finding.notChecked("可见范围");
        } else if (members.path("user").isEmpty()
                && parties.path("partyid").isEmpty()
                && tags.path("tagid").isEmpty()) {
            finding.fault("应用的可见范围是空的，谁也收不到卡片", "在应用详情的“可见范围”中加上各支部的审核人");
        }
    }

    private void domain(JsonNode agent, Finding finding) {
        String ours = String.valueOf(URI.create(publicUrl).getHost());
        if (!agent.has("redirect_domain")) {
            finding.notChecked("可信域名");
            return;
        }
        String trusted = agent.path("redirect_domain").asString("").replaceFirst(":.*", "");
        if (trusted.isEmpty()) {
            finding.fault("没有设置可信域名", "在应用详情的“网页授权及JS-SDK”中填 " + ours);
        } else if (!ours.equals(trusted) && !ours.endsWith("." + trusted)) {
            finding.fault("可信域名 " + trusted + " 与 TUANWU_PUBLIC_URL 的 " + ours + " 不同", "把其中一个改成另一个");
        }
    }

    private void home(JsonNode agent, Finding finding) {
        if (!agent.has("home_url")) {
            return;
        }
        String home = agent.path("home_url").asString("");
        if (home.isEmpty()) {
            finding.fault("应用没有设置主页，审核人在工作台里打不开审核页面", "运行 ./tuanwu menus");
        } else if (!home.startsWith(publicUrl + "/")) {
            finding.fault("应用主页 " + home + " 不在 TUANWU_PUBLIC_URL 之下", "运行 ./tuanwu menus，或在应用详情里改主页");
        }
    }
}
