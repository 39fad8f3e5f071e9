package cn.tuanwu.bot.start;

import cn.tuanwu.bot.settings.BotSettings;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Runs before the first bean is made: the settings are all there, the database answers and is new enough. */
public final class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        BotSettings.read(environment);
        new SchemaCheck(
                        environment.getProperty("TUANWU_DB_URL"),
                        environment.getProperty("TUANWU_DB_USER"),
                        environment.getProperty("TUANWU_DB_PASSWORD"))
                .refuseOldOrUnreachable();
    }
}
