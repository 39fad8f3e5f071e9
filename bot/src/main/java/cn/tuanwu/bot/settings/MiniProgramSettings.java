package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;

/**
 * The mini-program members register in.
 *
 * @param resultTemplate id of the subscribe-message template that tells a member the result; empty where none was chosen,
 *     then nothing is sent that way
 */
public record MiniProgramSettings(String appId, String secret, String resultTemplate, String api) {
    public static final String TEMPLATE_SETTING = "TUANWU_MINIAPP_RESULT_TEMPLATE";

    static MiniProgramSettings read(Settings settings) {
        return new MiniProgramSettings(
                settings.required("TUANWU_MINIAPP_APP_ID"),
                settings.secret("TUANWU_MINIAPP_SECRET"),
                settings.optional(TEMPLATE_SETTING, ""),
                Address.read(settings, "TUANWU_MINIAPP_API", Address.WEIXIN));
    }

    public boolean isRealHost() {
        return api.equals(Address.WEIXIN);
    }

    @Override
    public String toString() {
        return "MiniProgramSettings[" + appId + "]";
    }
}
