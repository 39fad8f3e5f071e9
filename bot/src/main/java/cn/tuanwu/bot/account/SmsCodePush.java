package cn.tuanwu.bot.account;

import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.work.Alarm;
import cn.tuanwu.bot.work.Backoff;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.BadRequest;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Sends an SMS code while it is still of use. Only the sandbox's provider exists so far. */
@Component
class SmsCodePush implements PushHandler {
    private final SmsCodes codes;
    private final RestClient http;
    private final Alarm alarm;
    private final String api;

    SmsCodePush(SmsCodes codes, RestClient providerClient, Alarm alarm, BotSettings settings) {
        this.codes = codes;
        this.http = providerClient;
        this.alarm = alarm;
        this.api = settings.providers().smsApi();
    }

    @Override
    public PushKind kind() {
        return PushKind.SMS_CODE;
    }

    @Override
    public Next send(Claimed push) {
        if (api.isEmpty()) {
            alarm.raise("TUANWU_SMS_API is not set: SMS codes wait and nobody can register");
            return Next.later(Duration.ofMinutes(1), "TUANWU_SMS_API is not set");
        }
        return codes.message(push.subject())
                .map(message -> send(push, message))
                .orElseGet(() -> Next.skip("used or expired"));
    }

    private Next send(Claimed push, SmsCodes.Message message) {
        String text = "【团务】验证码 " + message.code() + "，5 分钟内有效。如非本人操作，请忽略本短信。";
        try {
            Answer answer = http.post()
                    .uri(api + "/send")
                    .header("Authorization", "Bearer sandbox")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("phone", message.phone().number(), "text", text))
                    .retrieve()
                    .body(Answer.class);
            return answer != null && answer.id() != null
                    ? Next.DONE
                    : Next.later(Backoff.after(push.attempts()), "SMS provider: an answer without an id");
        } catch (BadRequest e) {
            return Next.never("the SMS provider does not accept it");
        } catch (RestClientException e) {
            return Next.later(
                    Backoff.after(push.attempts()),
                    "SMS provider: " + e.getClass().getSimpleName());
        }
    }

    /** @param id what the provider calls the message it has taken */
    private record Answer(String id) {}
}
