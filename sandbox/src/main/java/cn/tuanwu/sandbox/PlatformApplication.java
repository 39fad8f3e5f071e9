package cn.tuanwu.sandbox;

import cn.tuanwu.sandbox.front.Doorway;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Tencent's platforms, simulated, and the one port people open. The class path of the sandbox also holds databases and
 * their drivers, so what this application is made of is listed instead of guessed from it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan({
    "cn.tuanwu.sandbox.world",
    "cn.tuanwu.sandbox.wire",
    "cn.tuanwu.sandbox.gate",
    "cn.tuanwu.sandbox.fault",
    "cn.tuanwu.sandbox.wecom",
    "cn.tuanwu.sandbox.weixin",
    "cn.tuanwu.sandbox.menu",
    "cn.tuanwu.sandbox.media",
    "cn.tuanwu.sandbox.jssdk",
    "cn.tuanwu.sandbox.provider",
    "cn.tuanwu.sandbox.oidc",
    "cn.tuanwu.sandbox.callback",
    "cn.tuanwu.sandbox.actor",
    "cn.tuanwu.sandbox.front"
})
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
})
public class PlatformApplication {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("server.shutdown", "immediate"),
            Map.entry("server.tomcat.max-swallow-size", "32MB"),
            Map.entry("server.tomcat.max-http-form-post-size", "22MB"),
            Map.entry("spring.servlet.multipart.max-file-size", "21MB"),
            Map.entry("spring.servlet.multipart.max-request-size", "22MB"),
            // The wire has read a platform's call before anybody asks for its parts.
            Map.entry("spring.servlet.multipart.resolve-lazily", "true"),
            Map.entry("spring.mvc.formcontent.filter.enabled", "false"),
            Map.entry("spring.mvc.problemdetails.enabled", "true"),
            Map.entry("spring.web.resources.cache.cachecontrol.no-cache", "true"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("logging.level.root", "WARN"));

    /** Starts on this port, 0 for any free one, and returns once requests are answered. */
    public static RunningPlatform start(PlatformSettings settings, int port) {
        RunningPlatform platform = startClosed(settings, port);
        platform.open();
        return platform;
    }

    /** As {@link #start}, but people wait before the door until {@link RunningPlatform#open()}. */
    public static RunningPlatform startClosed(PlatformSettings settings, int port) {
        // Pictures of codes are small; the default would write each to a temporary file first.
        ImageIO.setUseCache(false);
        SpringApplication application = new SpringApplication(PlatformApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setLogStartupInfo(false);
        // Whoever starts the platforms also decides in which order everything stops.
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(PlatformSettings.class, () -> settings);
            beans.registerBean(Doorway.class, () -> new Doorway(false));
        });
        return new RunningPlatform((ServletWebServerApplicationContext) application.run(arguments(settings, port)));
    }

    private static String[] arguments(PlatformSettings settings, int port) {
        var fixed = SETTINGS.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
        var given = Stream.of("--server.port=" + port, "--server.address=" + settings.bindAddress());
        return Stream.concat(fixed, given).toArray(String[]::new);
    }
}
