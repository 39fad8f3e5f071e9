package cn.tuanwu.api.access;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.push.SharedToken;
import cn.tuanwu.push.TokenAnswer;
import cn.tuanwu.push.TokenDesk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks WeChat Work who opened a page. Calls with a good code cost nothing of the interface's budget; so that made-up ones
 * can't use it up, only a few are under way at once.
 */
@Component
class WeComReader {
    static final Refusal CODE_SPENT = Refusal.of("WORK_CODE_INVALID", "登录已过期，请重新打开页面。");
    static final Refusal NO_COLLEAGUE = Refusal.of("NOT_ON_ROSTER", "请用本单位的企业微信账号打开。");
    static final Refusal AWAY = Refusal.of("WECOM_AWAY", "企业微信暂时没有回应，请稍后再试。");

    private static final Logger log = LoggerFactory.getLogger(WeComReader.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final int INVALID_CODE = 40029;
    private static final Set<Integer> DEAD_TOKEN = Set.of(40001, 40014, 42001);
    private static final int AT_ONCE = 8;

    /** Put into an address, so nothing else may be in it. */
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z_-]{1,512}");

    private final WeComApp app;
    private final SharedToken token;
    private final JsonMapper json;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    WeComReader(WeComApp app, TokenDesk tokens, JsonMapper json) {
        this.app = app;
        this.token = tokens.weCom(app.api(), app.corpId(), app.agentId(), app.secret());
        this.json = json;
    }

    /** The userid behind a code, which is good once. Refused with WORK_CODE_INVALID, NOT_ON_ROSTER, WECOM_AWAY. */
    Outcome<String> userid(String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            return Outcome.refused(CODE_SPENT);
        }
        if (!places.tryAcquire()) {
            return Outcome.refused(AWAY);
        }
        try {
            JsonNode answer = ask(code);
            return read(DEAD_TOKEN.contains(errcode(answer)) && token.died() ? ask(code) : answer);
        } catch (IOException | JacksonException e) {
            return away(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away("interrupted");
        } finally {
            places.release();
        }
    }

    private JsonNode ask(String code) throws IOException, InterruptedException {
        if (!(token.take() instanceof TokenAnswer.Given given)) {
            throw new IOException("no access token");
        }
        URI address =
                URI.create(app.api() + "/cgi-bin/auth/getuserinfo?access_token=" + given.token() + "&code=" + code);
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(address).timeout(READ).build(), HttpResponse.BodyHandlers.ofString());
        return json.readTree(answer.body());
    }

    private static Outcome<String> read(JsonNode answer) {
        int errcode = errcode(answer);
        if (errcode == INVALID_CODE) {
            return Outcome.refused(CODE_SPENT);
        }
        if (errcode != 0) {
            return away("errcode " + errcode);
        }
        String userid = answer.path("userid").asString("");
        return userid.isEmpty() ? Outcome.refused(NO_COLLEAGUE) : Outcome.done(userid);
    }

    private static Outcome<String> away(String why) {
        log.warn("WeChat Work did not say who opened a page ({}): the reader is asked to try again", why);
        return Outcome.refused(AWAY);
    }

    private static int errcode(JsonNode answer) {
        return answer.path("errcode").asInt(0);
    }
}
