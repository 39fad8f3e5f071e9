package cn.tuanwu.review;

import cn.tuanwu.kernel.Settings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
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

    @Bean
    ReviewPace reviewPace(Environment environment) {
        Settings settings = new Settings(environment);
        ReviewPace pace = new ReviewPace(
                duration(settings, "TUANWU_REMIND_AFTER", "P1D"), duration(settings, "TUANWU_ESCALATE_AFTER", "P3D"));
        settings.refuseFaults();
        return pace;
    }

    private static Duration duration(Settings settings, String name, String otherwise) {
        try {
            Duration duration = Duration.parse(settings.optional(name, otherwise));
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below, together with the other faults.
        }
        settings.fault(name + " must be a positive ISO-8601 duration such as " + otherwise);
        return Duration.ZERO;
    }
}
