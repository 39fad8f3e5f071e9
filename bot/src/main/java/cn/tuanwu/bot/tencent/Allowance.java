package cn.tuanwu.bot.tencent;

import cn.tuanwu.kernel.Settings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What WeChat Work lets one corp do. Above the member's figures it drops messages without a word, above the others it
 * refuses.
 *
 * @param aDay messages to all members together
 */
public record Allowance(long memberMinute, long memberHour, long apiMinute, long apiHour, long aDay) {
    private static final int A_DAY_FOR_EACH_ACCOUNT = 200;

    /** @param accounts how many accounts the corp may have (帐号上限), not how many it uses */
    public static Allowance of(int accounts) {
        return new Allowance(30, 1_000, 10_000, 150_000, (long) accounts * A_DAY_FOR_EACH_ACCOUNT);
    }

    List<Budget> forCall(String api) {
        return List.of(Budget.minute("wecom:" + api, apiMinute), Budget.hour("wecom:" + api, apiHour));
    }

    List<Budget> forMessage(String api, int agentId, String userid) {
        String member = "wecom:" + agentId + ":" + userid;
        List<Budget> all = new ArrayList<>(forCall(api));
        all.add(Budget.minute(member, memberMinute));
        all.add(Budget.hour(member, memberHour));
        all.add(Budget.day("wecom:messages", aDay));
        return all;
    }

    @Configuration(proxyBeanMethods = false)
    static class FromSettings {

        @Bean
        Allowance allowance(Environment environment) {
            Settings settings = new Settings(environment);
            String accounts = settings.optional("TUANWU_WECOM_ACCOUNTS", "1000");
            if (!accounts.matches("[1-9][0-9]{0,8}")) {
                settings.fault("TUANWU_WECOM_ACCOUNTS must be the number of accounts the corp may have");
                settings.refuseFaults();
            }
            return of(Integer.parseInt(accounts));
        }
    }
}
