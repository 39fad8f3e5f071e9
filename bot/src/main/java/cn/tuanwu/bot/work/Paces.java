package cn.tuanwu.bot.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Paces {

    @Bean
    Pace inboxPace() {
        return Pace.INBOX;
    }

    @Bean
    Pace pushPace() {
        return Pace.PUSHES;
    }
}
