package cn.tuanwu.api;

import cn.tuanwu.TuanwuRooms;
import cn.tuanwu.kernel.Settings;
import cn.tuanwu.kernel.StartChecks;
import java.net.URI;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The HTTP API of the mini-program and the console. */
@SpringBootApplication
@EnableScheduling
@Import(TuanwuRooms.class)
public class MiniappApiApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    static SpringApplication application() {
        SpringApplication application = new SpringApplication(MiniappApiApplication.class);
        application.addInitializers(new StartChecks(MiniappApiApplication::check));
        return application;
    }

    private static void check(Settings settings) {
        settings.required("TUANWU_MINIAPP_APP_ID");
        settings.secret("TUANWU_MINIAPP_SECRET");
        address(settings, "TUANWU_MINIAPP_API", settings.optional("TUANWU_MINIAPP_API", "https://api.weixin.qq.com"));
        String page = settings.required("TUANWU_PUBLIC_URL");
        if (!page.isEmpty()) {
            address(settings, "TUANWU_PUBLIC_URL", page);
        }
        port(settings, settings.optional("TUANWU_API_PORT", "8082"));
    }

    private static void address(Settings settings, String name, String value) {
        try {
            URI uri = URI.create(value);
            if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Told below, with the setting's name.
        }
        settings.fault(name + " is not a web address: it must look like https://tuan.example.org");
    }

    private static void port(Settings settings, String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            settings.fault("TUANWU_API_PORT is not a port: " + value);
        }
    }
}
