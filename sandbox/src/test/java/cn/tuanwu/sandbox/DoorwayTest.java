package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("story")
class DoorwayTest {

    @Test
    void peopleWaitUntilTheApplicationsAreThereAndThePlatformsAnswerAtOnce() throws Exception {
        PlatformSettings settings = PlatformSettings.of(Map.of(), "http://127.0.0.1", 1, 1, null);
        try (RunningPlatform platform = PlatformApplication.startClosed(settings, 0)) {
            assertThat(status(platform, "/")).isEqualTo(503);
            assertThat(status(platform, "/api/codes")).isEqualTo(503);
            assertThat(status(platform, "/platform/qyapi/cgi-bin/gettoken")).isEqualTo(200);
            platform.open();
            assertThat(status(platform, "/sandbox/state")).isEqualTo(200);
        }
    }

    private static int status(RunningPlatform platform, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + platform.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
