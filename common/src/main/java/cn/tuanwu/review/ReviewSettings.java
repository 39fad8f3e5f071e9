package cn.tuanwu.review;

import cn.tuanwu.kernel.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class ReviewSettings {

    @Bean
    QuietHours quietHours(Environment environment) {
        Settings settings = new Settings(environment);
        QuietHours quiet = QuietHours.parse(settings.optional("TUANWU_QUIET", "22:00-08:00"))
                .orElse(null);
        if (quiet == null) {
            settings.fault("TUANWU_QUIET must be two times of day such as 22:00-08:00");
        }
        settings.refuseFaults();
        return quiet;
    }
}
