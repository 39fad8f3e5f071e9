package cn.tuanwu.bot.account;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.work.Alarm;
import cn.tuanwu.bot.work.Backoff;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.push.Next;
import cn.tuanwu.rebind.Notice;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException.BadRequest;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The sandbox's sender of SMS. */
class SandboxSms implements SmsSender {
    private final RestClient http;
    private final Alarm alarm;
    private final String api;

    SandboxSms(RestClient providerClient, Alarm alarm, BotSettings settings) {
        this.http = providerClient;
        this.alarm = alarm;
        this.api = settings.providers().smsApi();
    }

    @Override
    public Next send(Phone phone, String code, int attempts) {
        return say(phone, "【团务】验证码 " + code + "，5 分钟内有效。如非本人操作，请忽略本短信。", attempts);
    }

    @Override
    public Next tell(Phone phone, Notice notice, int attempts) {
        return say(phone, notice.text(), attempts);
    }

    private Next say(Phone phone, String text, int attempts) {
        if (api.isEmpty()) {
            alarm.raise("TUANWU_SMS_API is not set: SMS codes wait and nobody can register");
            return Next.later(Duration.ofMinutes(1), "TUANWU_SMS_API is not set");
        }
        try {
            Answer answer = http.post()
                    .uri(api + "/send")
                    .header("Authorization", "Bearer sandbox")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("phone", phone.number(), "text", text))
                    .retrieve()
                    .body(Answer.class);
            return answer != null && answer.id() != null
                    ? Next.DONE
                    : Next.later(Backoff.after(attempts), "SMS provider: an answer without an id");
        } catch (BadRequest e) {
            return Next.never("the SMS provider does not accept it");
        } catch (RestClientException e) {
            return Next.later(
                    Backoff.after(attempts), "SMS provider: " + e.getClass().getSimpleName());
        }
    }

    /** @param id what the provider calls the message it has taken */
    private record Answer(String id) {}
}
