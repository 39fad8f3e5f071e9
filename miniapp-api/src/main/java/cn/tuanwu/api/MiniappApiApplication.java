package cn.tuanwu.api;

import cn.tuanwu.TuanwuRooms;
import cn.tuanwu.api.access.WeComApp;
import cn.tuanwu.api.linked.LinkedSettings;
import cn.tuanwu.file.FileSettings;
import cn.tuanwu.kernel.Settings;
import cn.tuanwu.kernel.StartChecks;
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
        WebAddress.read(
                settings, "TUANWU_MINIAPP_API", settings.optional("TUANWU_MINIAPP_API", "https://api.weixin.qq.com"));
        WeComApp.read(settings);
        LinkedSettings.read(settings);
        FileSettings.read(settings);
        port(settings, settings.optional("TUANWU_API_PORT", "8082"));
    }

    private static void port(Settings settings, String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            settings.fault("TUANWU_API_PORT is not a port: " + value);
        }
    }
}
