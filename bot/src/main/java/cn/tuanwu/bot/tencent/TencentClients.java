package cn.tuanwu.bot.tencent;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.settings.MiniProgramSettings;
import cn.tuanwu.bot.settings.OfficialAccountSettings;
import cn.tuanwu.bot.settings.WeComSettings;
import me.chanjar.weixin.common.util.http.apache.ApacheHttpClientBuilder;
import me.chanjar.weixin.common.util.http.apache.DefaultApacheHttpClientBuilder;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The platforms' library, held down: one try more at most and no waiting inside (our queue does the waiting). Tokens stay
 * in memory: WeChat Work gives every caller the same one, and stable tokens don't invalidate each other.
 */
@Configuration(proxyBeanMethods = false)
class TencentClients {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    /** Not 0: then the library loses every error code. */
    private static final int TRIES = 1;

    @Bean
    ApacheHttpClientBuilder tencentHttp() {
        DefaultApacheHttpClientBuilder http = DefaultApacheHttpClientBuilder.get();
        http.setConnectionTimeout(CONNECT_MILLIS);
        http.setConnectionRequestTimeout(CONNECT_MILLIS);
        http.setSoTimeout(READ_MILLIS);
        http.setMaxConnPerHost(32);
        http.setMaxTotalConn(64);
        return http;
    }

    @Bean
    WxCpService wxCpService(BotSettings bot, ApacheHttpClientBuilder http) {
        WeComSettings settings = bot.weCom();
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setCorpId(settings.corpId());
        config.setAgentId(settings.agentId());
        config.setCorpSecret(settings.secret());
        config.setBaseApiUrl(settings.api());
        config.setApacheHttpClientBuilder(http);
        WxCpServiceImpl service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        service.setMaxRetryTimes(TRIES);
        service.setRetrySleepMillis(0);
        return service;
    }

    @Bean
    WxMpService wxMpService(BotSettings bot, ApacheHttpClientBuilder http) {
        OfficialAccountSettings settings = bot.officialAccount();
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
        config.setAppId(settings.appId());
        config.setSecret(settings.secret());
        config.useStableAccessToken(true);
        config.setApacheHttpClientBuilder(http);
        if (!settings.isRealHost()) {
            config.setHostConfig(new WxMpHostConfig(settings.api(), settings.api(), settings.api()));
        }
        WxMpServiceImpl service = new WxMpServiceImpl();
        service.setWxMpConfigStorage(config);
        service.setMaxRetryTimes(TRIES);
        service.setRetrySleepMillis(0);
        return service;
    }

    @Bean
    WxMaService wxMaService(BotSettings bot, ApacheHttpClientBuilder http) {
        MiniProgramSettings settings = bot.miniProgram();
        WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
        config.setAppid(settings.appId());
        config.setSecret(settings.secret());
        config.useStableAccessToken(true);
        config.setApacheHttpClientBuilder(http);
        if (!settings.isRealHost()) {
            config.setApiHostUrl(settings.api());
        }
        WxMaServiceImpl service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        service.setMaxRetryTimes(TRIES);
        service.setRetrySleepMillis(0);
        return service;
    }
}
