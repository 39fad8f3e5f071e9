package cn.tuanwu.push;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP of a token call. Not the platforms' library: it would wait, repeat and log the secret in the address. */
final class TokenCall {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private TokenCall() {}

    static TokenAnswer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.timeout(READ).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? read(JsonMapper.shared().readTree(answer.body()))
                    : new TokenAnswer.NoAnswer("HTTP " + answer.statusCode());
        } catch (IOException e) {
            return new TokenAnswer.NoAnswer(e.getClass().getSimpleName());
        } catch (JacksonException e) {
            return new TokenAnswer.NoAnswer("not JSON");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TokenAnswer.NoAnswer("interrupted");
        }
    }

    private static TokenAnswer read(JsonNode answer) {
        String token =
                answer.path("access_token").asString(answer.path("ticket").asString(""));
        int errcode = answer.path("errcode").asInt(0);
        if (!token.isEmpty()) {
            return new TokenAnswer.Given(
                    token, Duration.ofSeconds(answer.path("expires_in").asInt(7200)));
        }
        return errcode == 0 || errcode == -1
                ? new TokenAnswer.NoAnswer("no token in the answer")
                : new TokenAnswer.Refused(errcode, answer.path("errmsg").asString(""));
    }
}
