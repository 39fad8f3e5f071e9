package cn.tuanwu.bot.realname;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.work.Alarm;
import cn.tuanwu.realname.RealNameProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** Who checks names here, by the settings. */
@Configuration(proxyBeanMethods = false)
class RealNameProviders {

    @Bean
    RealNameProvider realNameProvider(BotSettings settings, RestClient providerClient, Alarm alarm) {
        return settings.providers().realNameByAliyun()
                ? new AliyunRealName(settings.providers(), alarm)
                : new SandboxRealName(providerClient, settings);
    }
}
