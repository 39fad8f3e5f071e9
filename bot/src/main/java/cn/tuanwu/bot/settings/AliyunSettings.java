package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;

/**
 * The account at Alibaba Cloud that pays for SMS and real-name checks; empty where neither is asked of it.
 *
 * @param smsSign the signature (签名) that stands before each SMS
 * @param smsTemplate the template (模板) of an SMS with a code; its one variable is {@code code}
 */
public record AliyunSettings(String accessKeyId, String accessKeySecret, String smsSign, String smsTemplate) {

    static AliyunSettings read(Settings settings, boolean sms, boolean realName) {
        if (!sms && !realName) {
            return new AliyunSettings("", "", "", "");
        }
        return new AliyunSettings(
                settings.required("TUANWU_ALIYUN_ACCESS_KEY_ID"),
                settings.secret("TUANWU_ALIYUN_ACCESS_KEY_SECRET"),
                sms ? settings.required("TUANWU_SMS_SIGN") : "",
                sms ? settings.required("TUANWU_SMS_TEMPLATE") : "");
    }

    @Override
    public String toString() {
        return "AliyunSettings[…]";
    }
}
