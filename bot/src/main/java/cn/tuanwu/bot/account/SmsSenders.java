package cn.tuanwu.bot.account;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.work.Alarm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** Who sends SMS here, by the settings. */
@Configuration(proxyBeanMethods = false)
class SmsSenders {

    @Bean
    SmsSender smsSender(BotSettings settings, RestClient providerClient, Alarm alarm) {
        return settings.providers().smsByAliyun()
                ? new AliyunSms(settings.providers(), alarm)
                : new SandboxSms(providerClient, alarm, settings);
    }
}
