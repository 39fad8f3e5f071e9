package cn.tuanwu.sandbox.front;

import cn.tuanwu.sandbox.PlatformSettings;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** One port for people: pages from here, callbacks and the API from the applications behind. */
@Configuration(proxyBeanMethods = false)
class Front implements WebMvcConfigurer {

    /** Twenty volunteer forms in one request. */
    private static final int API_BYTES = 440 * 1024 * 1024;
    /** No platform sends callbacks anywhere near this, so more is refused before it is carried on. */
    private static final int CALLBACK_BYTES = 1024 * 1024;

    @Bean
    ServletRegistrationBean<Forwarding> callbacks(PlatformSettings settings) {
        return registered(new Forwarding(settings.botUrl(), "bot", CALLBACK_BYTES), "callbacks", "/callback/*");
    }

    @Bean
    ServletRegistrationBean<Forwarding> api(PlatformSettings settings) {
        return registered(new Forwarding(settings.apiUrl(), "miniapp-api", API_BYTES), "api", "/api/*");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        for (String page : new String[] {"mp", "console", "m"}) {
            pages.addRedirectViewController("/" + page, "/" + page + "/");
            pages.addViewController("/" + page + "/").setViewName("forward:/" + page + "/index.html");
        }
    }

    private static ServletRegistrationBean<Forwarding> registered(Forwarding servlet, String name, String path) {
        ServletRegistrationBean<Forwarding> registration = new ServletRegistrationBean<>(servlet, path);
        registration.setName(name);
        registration.setLoadOnStartup(1);
        return registration;
    }
}
