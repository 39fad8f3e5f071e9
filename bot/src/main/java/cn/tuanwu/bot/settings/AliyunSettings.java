package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;
import cn.tuanwu.rebind.Notice;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The account at Alibaba Cloud that pays for SMS and real-name checks; empty where neither is asked of it.
 *
 * @param smsSign the signature (签名) that stands before each SMS
 * @param smsTemplate the template (模板) of an SMS with a code; its one variable is {@code code}
 * @param noticeTemplates of the SMS about a re-binding, by their kind; their one variable is {@code phone}, masked
 */
public record AliyunSettings(
        String accessKeyId,
        String accessKeySecret,
        String smsSign,
        String smsTemplate,
        Map<String, String> noticeTemplates) {

    public AliyunSettings(String accessKeyId, String accessKeySecret, String smsSign, String smsTemplate) {
        this(accessKeyId, accessKeySecret, smsSign, smsTemplate, Map.of());
    }

    static AliyunSettings read(Settings settings, boolean sms, boolean realName) {
        if (!sms && !realName) {
            return new AliyunSettings("", "", "", "");
        }
        return new AliyunSettings(
                settings.required("TUANWU_ALIYUN_ACCESS_KEY_ID"),
                settings.secret("TUANWU_ALIYUN_ACCESS_KEY_SECRET"),
                sms ? settings.required("TUANWU_SMS_SIGN") : "",
                sms ? settings.required("TUANWU_SMS_TEMPLATE") : "",
                sms ? notices(settings) : Map.of());
    }

    private static Map<String, String> notices(Settings settings) {
        return Arrays.stream(Notice.Kind.values())
                .map(Notice.Kind::name)
                .collect(Collectors.toMap(kind -> kind, kind -> settings.optional("TUANWU_SMS_TEMPLATE_" + kind, "")));
    }

    @Override
    public String toString() {
        return "AliyunSettings[…]";
    }
}
