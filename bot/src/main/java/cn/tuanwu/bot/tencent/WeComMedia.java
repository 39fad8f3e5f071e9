package cn.tuanwu.bot.tencent;

import cn.tuanwu.bot.settings.BotSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetches what members sent, into memory and only so far: the platforms' library would write any amount into a file of the
 * system's temporary folder.
 */
@Component
public class WeComMedia {
    /** The platform takes pictures up to ten megabytes; twice that is somebody else's answer. */
    private static final int LARGEST = 20 * 1024 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(12);
    private static final String CALL = "media/get";

    private final String api;
    private final Tokens tokens;
    private final Turnstile turnstile;
    private final Allowance allowance;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    WeComMedia(BotSettings settings, Tokens tokens, Turnstile turnstile, Allowance allowance, JsonMapper json) {
        this.api = settings.weCom().api();
        this.tokens = tokens;
        this.turnstile = turnstile;
        this.allowance = allowance;
        this.json = json;
    }

    /** The bytes; refused with 40007 when the platform does not have them any more. */
    public CallResult<byte[]> fetch(String mediaId) {
        return turnstile.call(Platform.WECOM, CALL, allowance.forCall(CALL), () -> get(mediaId));
    }

    private byte[] get(String mediaId) throws WxErrorException {
        URI address = URI.create(api + "/cgi-bin/" + CALL + "?access_token=" + encode(tokens.take(Platform.WECOM))
                + "&media_id=" + encode(mediaId));
        HttpRequest request = HttpRequest.newBuilder(address).timeout(READ).build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return read(answer, body.readNBytes(LARGEST + 1));
            }
        } catch (IOException e) {
            throw new WxRuntimeException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WxRuntimeException(e);
        }
    }

    /** What is no file is JSON with an errcode, under the same status. */
    private byte[] read(HttpResponse<?> answer, byte[] body) throws WxErrorException {
        if (answer.statusCode() != 200 || body.length == 0 || body.length > LARGEST || isCut(answer, body)) {
            throw new WxRuntimeException("HTTP " + answer.statusCode() + ", " + body.length + " bytes");
        }
        boolean isFile = answer.headers().firstValue("Content-Disposition").isPresent();
        if (isFile) {
            return body;
        }
        try {
            int errcode = json.readTree(body).path("errcode").asInt(-1);
            throw new WxErrorException(WxError.builder().errorCode(errcode).build());
        } catch (JacksonException e) {
            throw new WxRuntimeException("neither a file nor JSON");
        }
    }

    private static boolean isCut(HttpResponse<?> answer, byte[] body) {
        return answer.headers().firstValueAsLong("Content-Length").orElse(body.length) != body.length;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
