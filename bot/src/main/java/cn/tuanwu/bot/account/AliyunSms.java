package cn.tuanwu.bot.account;

import cn.tuanwu.bot.aliyun.AliyunAnswer;
import cn.tuanwu.bot.aliyun.AliyunCall;
import cn.tuanwu.bot.settings.AliyunSettings;
import cn.tuanwu.bot.settings.ProviderSettings;
import cn.tuanwu.bot.work.Alarm;
import cn.tuanwu.bot.work.Backoff;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.push.Next;
import cn.tuanwu.rebind.Notice;
import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.dysmsapi20170525.models.SendSmsResponseBody;
import java.time.Duration;
import java.util.Set;

/** Alibaba Cloud SMS (SendSms): an approved template and its one variable. */
class AliyunSms implements SmsSender {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** It is the number: asking again changes nothing. */
    private static final Set<String> NEVER =
            Set.of("isv.MOBILE_NUMBER_ILLEGAL", "isv.MOBILE_COUNT_OVER_LIMIT", "isv.BLACK_LIST");

    /** Too many to this phone, or the provider itself: passes. */
    private static final Set<String> PASSING =
            Set.of("isv.BUSINESS_LIMIT_CONTROL", "isp.SYSTEM_ERROR", "isp.GATEWAY_ERROR", "isp.UNKNOWN");

    private final Client client;
    private final AliyunSettings account;
    private final Alarm alarm;

    AliyunSms(ProviderSettings settings, Alarm alarm) {
        try {
            this.client = new Client(AliyunCall.config(settings.aliyun(), settings.smsApi()));
        } catch (Exception e) {
            // The cause is left out: it may quote the settings, and so the secret.
            throw new IllegalStateException("The SMS client of Alibaba Cloud can't be made");
        }
        this.account = settings.aliyun();
        this.alarm = alarm;
    }

    @Override
    public Next send(Phone phone, String code, int attempts) {
        return say(phone, account.smsTemplate(), "{\"code\":\"" + code + "\"}", attempts);
    }

    /** Without a template of its own a notice can't be said. */
    @Override
    public Next tell(Phone phone, Notice notice, int attempts) {
        String template = account.noticeTemplates().getOrDefault(notice.kind().name(), "");
        if (template.isEmpty()) {
            alarm.raise(
                    "TUANWU_SMS_TEMPLATE_" + notice.kind() + " is not set: phones are not told of their re-binding");
            return Next.skip("no template " + notice.kind());
        }
        return say(phone, template, "{\"phone\":\"" + notice.other() + "\"}", attempts);
    }

    private Next say(Phone phone, String template, String values, int attempts) {
        SendSmsRequest request = new SendSmsRequest()
                .setPhoneNumbers(phone.number())
                .setSignName(account.smsSign())
                .setTemplateCode(template)
                .setTemplateParam(values);
        AliyunAnswer answer = AliyunCall.ask(options -> {
            SendSmsResponseBody body =
                    client.sendSmsWithOptions(request, options).getBody();
            return new AliyunAnswer(body.getCode(), "");
        });
        return after(answer, attempts);
    }

    private Next after(AliyunAnswer answer, int attempts) {
        String code = answer.code();
        if (code.equals("OK")) {
            return Next.DONE;
        }
        if (NEVER.contains(code)) {
            return Next.never("aliyun " + code);
        }
        if (code.equals("isv.BUSINESS_LIMIT_CONTROL")) {
            // A code a minute, five an hour: sooner there is no use in asking, later the code is of none.
            return Next.later(MINUTE, "aliyun " + code);
        }
        if (PASSING.contains(code) || answer.isPassing()) {
            return Next.later(Backoff.after(attempts), "aliyun " + code);
        }
        alarm.raise("Alibaba Cloud sends no SMS (" + code + "): " + cure(code)
                + ". Until then SMS codes wait and nobody can register");
        return Next.later(MINUTE, "aliyun " + code);
    }

    private static String cure(String code) {
        return switch (code) {
            case "isv.AMOUNT_NOT_ENOUGH", "isv.OUT_OF_SERVICE" -> "top the account up";
            case "isv.PRODUCT_UN_SUBSCRIPT", "isv.PRODUCT_UNSUBSCRIBE" -> "open the SMS service for the account";
            case "isv.DAY_LIMIT_CONTROL", "isv.MONTH_LIMIT_CONTROL" -> "raise the account's own limit of SMS";
            case "isv.SMS_SIGNATURE_ILLEGAL", "isv.SMS_SIGN_ILLEGAL" -> "TUANWU_SMS_SIGN is no approved signature";
            case "isv.SMS_TEMPLATE_ILLEGAL", "isv.TEMPLATE_MISSING_PARAMETERS" ->
                "TUANWU_SMS_TEMPLATE is no approved template with the one variable code";
            case "isp.RAM_PERMISSION_DENY", "isv.RAM_PERMISSION_DENY" -> "let the access key send SMS";
            case "InvalidAccessKeyId.NotFound", "InvalidAccessKeyId.Inactive", "SignatureDoesNotMatch" ->
                "check TUANWU_ALIYUN_ACCESS_KEY_ID and _SECRET";
            case "InvalidTimeStamp.Expired" -> "set this machine's clock";
            default -> "look the code up in its documentation";
        };
    }
}
