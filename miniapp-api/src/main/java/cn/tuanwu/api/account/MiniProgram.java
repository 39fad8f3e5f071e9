package cn.tuanwu.api.account;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import cn.tuanwu.kernel.Settings;
import me.chanjar.weixin.common.util.http.apache.DefaultApacheHttpClientBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The mini-program platform as this application calls it: short patience, one repetition, the token that all nodes share. */
@Configuration(proxyBeanMethods = false)
class MiniProgram {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;

    @Bean
    WxMaService miniProgramPlatform(Environment environment) {
        Settings settings = new Settings(environment);
        WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
        config.setAppid(settings.required("TUANWU_MINIAPP_APP_ID"));
        config.setSecret(settings.required("TUANWU_MINIAPP_SECRET"));
        config.setApiHostUrl(settings.optional("TUANWU_MINIAPP_API", "https://api.weixin.qq.com"));
        config.setApacheHttpClientBuilder(patience());
        config.setMaxRetryTimes(1);
        // The older token call would take the other application's token away.
        config.useStableAccessToken(true);
        WxMaServiceImpl service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        service.setMaxRetryTimes(1);
        return service;
    }

    private static DefaultApacheHttpClientBuilder patience() {
        DefaultApacheHttpClientBuilder builder = DefaultApacheHttpClientBuilder.get();
        builder.setConnectionTimeout(CONNECT_MILLIS);
        builder.setConnectionRequestTimeout(CONNECT_MILLIS);
        builder.setSoTimeout(READ_MILLIS);
        return builder;
    }
}
