package cn.tuanwu.bot.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** The doctor's HTTP: short waits, no repetitions. Addresses hold secrets, so none is ever part of an answer. */
final class Wire {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    Reply get(String address) {
        return send(address, null);
    }

    Reply post(String address, String json) {
        return send(address, json);
    }

    private Reply send(String address, String json) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address)).timeout(READ);
            if (json != null) {
                request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
            }
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return Reply.of(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Date").flatMap(Wire::date));
        } catch (IOException | IllegalArgumentException e) {
            return Reply.none(words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.none("被中断");
        }
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String words(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "域名解析不到地址";
            }
            if (cause instanceof SSLException) {
                return "HTTPS 证书不被信任或握手失败";
            }
        }
        if (e instanceof HttpConnectTimeoutException) {
            return "2 秒内连接不上";
        }
        if (e instanceof HttpTimeoutException) {
            return "5 秒内没有应答";
        }
        if (e instanceof IllegalArgumentException) {
            return "地址写得不对";
        }
        return e instanceof ConnectException ? "连接被拒绝" : "连接中断";
    }
}
