package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SettingsBeans {

    @Bean
    BotSettings botSettings(Environment environment) {
        Settings settings = new Settings(environment);
        BotSettings read = BotSettings.read(settings);
        settings.refuseFaults();
        return read;
    }
}
