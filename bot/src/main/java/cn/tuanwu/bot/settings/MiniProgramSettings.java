package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;

/** The mini-program members register in. */
public record MiniProgramSettings(String appId, String secret, String api) {

    static MiniProgramSettings read(Settings settings) {
        return new MiniProgramSettings(
                settings.required("TUANWU_MINIAPP_APP_ID"),
                settings.secret("TUANWU_MINIAPP_SECRET"),
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
