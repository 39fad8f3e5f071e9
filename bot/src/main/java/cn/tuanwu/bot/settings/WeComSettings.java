package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;

/** The corp and its one application in WeChat Work. */
public record WeComSettings(String corpId, int agentId, String secret, CallbackKeys callback, String api) {
    static final String HOST = "https://qyapi.weixin.qq.com";

    static WeComSettings read(Settings settings) {
        return new WeComSettings(
                settings.required("TUANWU_WECOM_CORP_ID"),
                agentId(settings),
                settings.secret("TUANWU_WECOM_SECRET"),
                CallbackKeys.read(settings, "WECOM"),
                Address.read(settings, "TUANWU_WECOM_API", HOST));
    }

    private static int agentId(Settings settings) {
        String typed = settings.required("TUANWU_WECOM_AGENT_ID");
        if (typed.matches("[0-9]{1,9}")) {
            return Integer.parseInt(typed);
        }
        if (!typed.isEmpty()) {
            settings.fault("TUANWU_WECOM_AGENT_ID must be a number");
        }
        return 0;
    }

    @Override
    public String toString() {
        return "WeComSettings[" + corpId + ", " + agentId + "]";
    }
}
