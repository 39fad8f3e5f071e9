package cn.tuanwu.bot.doctor;

import java.time.Duration;
import java.util.Optional;

/** Judges the answer to a token call: id, secret, IP list, clock. */
final class TokenCheck {
    private static final long MOST_SECONDS_APART = 60;

    private final String idSetting;
    private final String idName;
    private final String secretSetting;
    private final String apiSetting;

    TokenCheck(String idSetting, String idName, String secretSetting, String apiSetting) {
        this.idSetting = idSetting;
        this.idName = idName;
        this.secretSetting = secretSetting;
        this.apiSetting = apiSetting;
    }

    /** @return the token to look further with, or empty when that makes no sense */
    Optional<String> judge(Reply reply, Finding finding) {
        clock(reply, finding);
        if (reply.trouble() != null) {
            finding.fault("平台接口连不上，" + reply.trouble(), "检查本机能否访问外网，以及 " + apiSetting);
            return Optional.empty();
        }
        if (!reply.isPlatforms()) {
            finding.fault("平台接口返回 HTTP " + reply.status() + "，不是平台的报文", "检查 " + apiSetting);
            return Optional.empty();
        }
        if (!reply.token().isEmpty()) {
            return Optional.of(reply.token());
        }
        refused(reply, finding);
        return Optional.empty();
    }

    private void refused(Reply reply, Finding finding) {
        int code = reply.errcode();
        switch (code) {
            case 40013, 41002 -> finding.fault(idName + "不对", "改 " + idSetting);
            case 40001, 40091, 40125, 41004 -> finding.fault("Secret 不对", "在平台后台查看或重置后改 " + secretSetting);
            case 60020 -> finding.fault("IP 不在企业可信 IP 里", "在应用详情的“企业可信IP”中加上 " + reply.ourAddress());
            case 40164 -> finding.fault("IP 不在白名单里", "在后台的“IP白名单”中加上 " + reply.ourAddress());
            case 45009 -> finding.fault("取 access_token 过于频繁", "过一会儿再试");
            default -> finding.fault("取不到 access_token，错误码 " + code, "按平台文档的全局错误码处理");
        }
    }

    private static void clock(Reply reply, Finding finding) {
        if (reply.platformTime().isEmpty()) {
            finding.notChecked("时钟");
            return;
        }
        long apart = Duration.between(reply.platformTime().get(), reply.at()).toSeconds();
        if (Math.abs(apart) > MOST_SECONDS_APART) {
            finding.fault("本机时钟比平台" + (apart > 0 ? "快 " : "慢 ") + Math.abs(apart) + " 秒", "用 NTP 校准本机时间");
        }
    }
}
