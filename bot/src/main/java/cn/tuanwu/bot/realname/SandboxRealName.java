package cn.tuanwu.bot.realname;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.realname.RealNameProvider;
import cn.tuanwu.realname.ResidentId;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The sandbox's real-name provider. */
class SandboxRealName implements RealNameProvider {
    private static final Set<String> RESULTS = Set.of("MATCH", "MISMATCH", "NO_RECORD", "REPEATED");
    private static final Logger log = LoggerFactory.getLogger(SandboxRealName.class);

    private final RestClient http;
    private final String api;

    SandboxRealName(RestClient providerClient, BotSettings settings) {
        this.http = providerClient;
        this.api = settings.providers().realNameApi();
    }

    @Override
    public RealName.Result check(PersonName name, ResidentId number) {
        try {
            Answer answer = http.post()
                    .uri(api + "/check")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("name", name.text(), "idNumber", number.number()))
                    .retrieve()
                    .body(Answer.class);
            return answer != null && answer.result() != null && RESULTS.contains(answer.result())
                    ? RealName.Result.valueOf(answer.result())
                    : RealName.Result.ERROR;
        } catch (RestClientException e) {
            log.warn(
                    "The real-name provider failed ({}): it is asked again later",
                    e.getClass().getSimpleName());
            return RealName.Result.ERROR;
        }
    }

    private record Answer(String result) {}
}
