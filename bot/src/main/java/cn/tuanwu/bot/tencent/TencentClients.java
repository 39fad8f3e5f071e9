package cn.tuanwu.bot.tencent;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.settings.MiniProgramSettings;
import cn.tuanwu.bot.settings.OfficialAccountSettings;
import cn.tuanwu.bot.settings.WeComSettings;
import me.chanjar.weixin.common.error.WxErrorException;
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
 * The platforms' library, held down: no waiting inside (our queue does the waiting), no token fetched by it (all nodes
 * share theirs).
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
    WxCpService wxCpService(BotSettings bot, ApacheHttpClientBuilder http, Tokens tokens) {
        WeComSettings settings = bot.weCom();
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl() {
            @Override
            public boolean autoRefreshToken() {
                return false;
            }
        };
        config.setCorpId(settings.corpId());
        config.setAgentId(settings.agentId());
        config.setCorpSecret(settings.secret());
        config.setBaseApiUrl(settings.api());
        config.setApacheHttpClientBuilder(http);
        WxCpServiceImpl service = new WxCpServiceImpl() {
            @Override
            public String getAccessToken(boolean force) throws WxErrorException {
                return tokens.take(Platform.WECOM);
            }
        };
        service.setWxCpConfigStorage(config);
        service.setMaxRetryTimes(TRIES);
        service.setRetrySleepMillis(0);
        return service;
    }

    @Bean
    WxMpService wxMpService(BotSettings bot, ApacheHttpClientBuilder http, Tokens tokens) {
        OfficialAccountSettings settings = bot.officialAccount();
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl() {
            @Override
            public boolean autoRefreshToken() {
                return false;
            }
        };
        config.setAppId(settings.appId());
        config.setSecret(settings.secret());
        config.setApacheHttpClientBuilder(http);
        if (!settings.isRealHost()) {
            config.setHostConfig(new WxMpHostConfig(settings.api(), settings.api(), settings.api()));
        }
        WxMpServiceImpl service = new WxMpServiceImpl() {
            @Override
            public String getAccessToken(boolean force) throws WxErrorException {
                return tokens.take(Platform.OFFICIAL_ACCOUNT);
            }
        };
        service.setWxMpConfigStorage(config);
        service.setMaxRetryTimes(TRIES);
        service.setRetrySleepMillis(0);
        return service;
    }

    @Bean
    WxMaService wxMaService(BotSettings bot, ApacheHttpClientBuilder http, Tokens tokens) {
        MiniProgramSettings settings = bot.miniProgram();
        WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl() {
            @Override
            public boolean autoRefreshToken() {
                return false;
            }
        };
        config.setAppid(settings.appId());
        config.setSecret(settings.secret());
        config.setApacheHttpClientBuilder(http);
        if (!settings.isRealHost()) {
            config.setApiHostUrl(settings.api());
        }
        WxMaServiceImpl service = new WxMaServiceImpl() {
            @Override
            public String getAccessToken(boolean force) throws WxErrorException {
                return tokens.take(Platform.MINI_PROGRAM);
            }
        };
        service.setWxMaConfig(config);
        service.setMaxRetryTimes(TRIES);
        service.setRetrySleepMillis(0);
        return service;
    }
}
