package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;

/** The official account members follow. */
public record OfficialAccountSettings(String appId, String secret, CallbackKeys callback, String api) {

    static OfficialAccountSettings read(Settings settings) {
        return new OfficialAccountSettings(
                settings.required("TUANWU_OA_APP_ID"),
                settings.secret("TUANWU_OA_SECRET"),
                CallbackKeys.read(settings, "OA"),
                Address.read(settings, "TUANWU_OA_API", Address.WEIXIN));
    }

    /** False where the platform is simulated: then all of its hosts are this one. */
    public boolean isRealHost() {
        return api.equals(Address.WEIXIN);
    }

    @Override
    public String toString() {
        return "OfficialAccountSettings[" + appId + "]";
    }
}
