package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.PlatformSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the platforms and both applications answer. */
@RestController
class HealthApi {

    record Health(String status, String bot, String api) {}

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PlatformSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    HealthApi(PlatformSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/sandbox/health")
    ResponseEntity<Health> health() {
        boolean bot = answers(settings.botUrl());
        boolean api = answers(settings.apiUrl());
        boolean all = bot && api;
        return ResponseEntity.status(all ? 200 : 503).body(new Health(word(all), word(bot), word(api)));
    }

    /** An application without a health page answers 404 there, which is an answer too. */
    private boolean answers(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/actuator/health"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException down) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
