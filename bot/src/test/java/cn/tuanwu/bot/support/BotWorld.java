package cn.tuanwu.bot.support;

import cn.tuanwu.support.FreshDatabase;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The settings of a deployment whose platforms are the fake ones. */
public class BotWorld implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final FakePlatforms PLATFORMS = FakePlatforms.start();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new FreshDatabase().initialize(context);
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("TUANWU_PUBLIC_URL", "https://tuan.example.org"),
                Map.entry("TUANWU_WECOM_CORP_ID", Secrets.CORP),
                Map.entry("TUANWU_WECOM_AGENT_ID", "1000002"),
                Map.entry("TUANWU_WECOM_SECRET", Secrets.WECOM_SECRET),
                Map.entry("TUANWU_WECOM_TOKEN", Secrets.TOKEN),
                Map.entry("TUANWU_WECOM_AES_KEY", Secrets.AES_KEY),
                Map.entry("TUANWU_WECOM_API", PLATFORMS.url()),
                Map.entry("TUANWU_OA_APP_ID", Secrets.OA_APP),
                Map.entry("TUANWU_OA_SECRET", Secrets.OA_SECRET),
                Map.entry("TUANWU_OA_TOKEN", Secrets.TOKEN),
                Map.entry("TUANWU_OA_AES_KEY", Secrets.AES_KEY),
                Map.entry("TUANWU_OA_API", PLATFORMS.url()),
                Map.entry("TUANWU_MINIAPP_APP_ID", "wxtestminiapp"),
                Map.entry("TUANWU_MINIAPP_SECRET", Secrets.MINIAPP_SECRET),
                Map.entry("TUANWU_MINIAPP_RESULT_TEMPLATE", "tmpl-registration-result"),
                Map.entry("TUANWU_MINIAPP_API", PLATFORMS.url()),
                Map.entry("TUANWU_DOCTOR", "false"),
                Map.entry("TUANWU_SMS_API", PLATFORMS.url() + "/sms"),
                Map.entry("TUANWU_REALNAME_API", PLATFORMS.url() + "/realname"));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test platforms", settings));
    }
}
