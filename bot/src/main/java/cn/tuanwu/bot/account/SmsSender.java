package cn.tuanwu.bot.account;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.work.Alarm;
import cn.tuanwu.bot.work.Backoff;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.BadRequest;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Hands a text to the SMS provider. Only the sandbox's provider exists so far. */
@Component
class SmsSender {
    private final RestClient http;
    private final Alarm alarm;
    private final String api;

    SmsSender(RestClient providerClient, Alarm alarm, BotSettings settings) {
        this.http = providerClient;
        this.alarm = alarm;
        this.api = settings.providers().smsApi();
    }

    Next send(Claimed push, Phone phone, String text) {
        if (api.isEmpty()) {
            alarm.raise("TUANWU_SMS_API is not set: SMS wait and nobody can register");
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
