package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;

/** Who sends SMS and who checks names; an empty address means that such pushes wait. */
public record ProviderSettings(String smsApi, String realNameApi) {

    static ProviderSettings read(Settings settings) {
        return new ProviderSettings(
                Address.read(settings, "TUANWU_SMS_API", ""), Address.read(settings, "TUANWU_REALNAME_API", ""));
    }
}
