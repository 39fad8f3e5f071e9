package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;

/** Who sends SMS and who checks names; an empty address means that such pushes wait. */
public record ProviderSettings(
        boolean smsByAliyun, String smsApi, boolean realNameByAliyun, String realNameApi, AliyunSettings aliyun) {
    private static final String SMS_HOST = "https://dysmsapi.aliyuncs.com";
    private static final String REALNAME_HOST = "https://cloudauth.aliyuncs.com";

    static ProviderSettings read(Settings settings) {
        boolean sms = byAliyun(settings, "TUANWU_SMS_PROVIDER");
        boolean realName = byAliyun(settings, "TUANWU_REALNAME_PROVIDER");
        return new ProviderSettings(
                sms,
                Address.read(settings, "TUANWU_SMS_API", sms ? SMS_HOST : ""),
                realName,
                Address.read(settings, "TUANWU_REALNAME_API", realName ? REALNAME_HOST : ""),
                AliyunSettings.read(settings, sms, realName));
    }

    private static boolean byAliyun(Settings settings, String name) {
        return switch (settings.optional(name, "sandbox")) {
            case "aliyun" -> true;
            case "sandbox" -> false;
            default -> {
                settings.fault(name + " must be sandbox or aliyun");
                yield false;
            }
        };
    }
}
