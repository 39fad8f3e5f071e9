package cn.tuanwu.bot.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SettingsBeans {

    @Bean
    BotSettings botSettings(Environment environment) {
        return BotSettings.read(environment);
    }
}
