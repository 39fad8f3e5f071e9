package cn.tuanwu.api.access;

import cn.tuanwu.api.WebAddress;
import cn.tuanwu.kernel.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The corp's application in WeChat Work, as far as its pages need it.
 *
 * @param open where the authorisation page is
 * @param login where the page is whose QR code a colleague scans to sign in on a PC
 * @param publicUrl where the pages are; its host and port are the application's trusted domain
 * @param jssdk where the script is by which a page uses the phone
 */
public record WeComApp(
        String corpId,
        int agentId,
        String secret,
        String api,
        String open,
        String login,
        String publicUrl,
        String jssdk) {
    private static final String API = "https://qyapi.weixin.qq.com";
    private static final String JSSDK = "https://res.wx.qq.com/open/js/jweixin-1.2.0.js";
    private static final String LOGIN = "https://login.work.weixin.qq.com";
    private static final String OPEN = "https://open.weixin.qq.com";

    /** Faults are collected in {@code settings}; what is read is of use only when there are none. */
    public static WeComApp read(Settings settings) {
        return new WeComApp(
                settings.required("TUANWU_WECOM_CORP_ID"),
                agentId(settings),
                settings.secret("TUANWU_WECOM_SECRET"),
                WebAddress.read(settings, "TUANWU_WECOM_API", settings.optional("TUANWU_WECOM_API", API)),
                WebAddress.read(settings, "TUANWU_WECOM_OPEN", settings.optional("TUANWU_WECOM_OPEN", OPEN)),
                WebAddress.read(settings, "TUANWU_WECOM_LOGIN", settings.optional("TUANWU_WECOM_LOGIN", LOGIN)),
                WebAddress.read(settings, "TUANWU_PUBLIC_URL", settings.required("TUANWU_PUBLIC_URL")),
                WebAddress.read(settings, "TUANWU_WECOM_JSSDK", settings.optional("TUANWU_WECOM_JSSDK", JSSDK)));
    }

    private static int agentId(Settings settings) {
        String typed = settings.required("TUANWU_WECOM_AGENT_ID");
        if (!typed.isEmpty() && !typed.matches("[0-9]{1,9}")) {
            settings.fault("TUANWU_WECOM_AGENT_ID must be a number");
        }
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }

    @Override
    public String toString() {
        return "WeComApp[" + corpId + ", " + agentId + "]";
    }

    @Configuration(proxyBeanMethods = false)
    static class FromSettings {

        @Bean
        WeComApp weComApp(Environment environment) {
            return read(new Settings(environment));
        }
    }
}
