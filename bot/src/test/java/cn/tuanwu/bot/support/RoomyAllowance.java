package cn.tuanwu.bot.support;

import cn.tuanwu.bot.tencent.Allowance;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Many tests write to the same two operators within a minute: what that costs is proved elsewhere. */
@TestConfiguration(proxyBeanMethods = false)
public class RoomyAllowance {
    private static final long PLENTY = 1_000_000;

    @Bean
    @Primary
    Allowance plenty() {
        return new Allowance(PLENTY, PLENTY, PLENTY, PLENTY, PLENTY);
    }
}
