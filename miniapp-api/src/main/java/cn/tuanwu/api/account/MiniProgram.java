package cn.tuanwu.api.account;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import cn.tuanwu.kernel.Settings;
import cn.tuanwu.push.SharedToken;
import cn.tuanwu.push.TokenAnswer;
import cn.tuanwu.push.TokenDesk;
import me.chanjar.weixin.common.error.WxRuntimeException;
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
    WxMaService miniProgramPlatform(Environment environment, TokenDesk tokens) {
        Settings settings = new Settings(environment);
        String appId = settings.required("TUANWU_MINIAPP_APP_ID");
        String secret = settings.required("TUANWU_MINIAPP_SECRET");
        String api = settings.optional("TUANWU_MINIAPP_API", "https://api.weixin.qq.com");
        SharedToken token = tokens.weixin(api, appId, secret);
        WxMaDefaultConfigImpl config = new TokenConfig(token);
        config.setAppid(appId);
        config.setSecret(secret);
        config.setApiHostUrl(api);
        config.setApacheHttpClientBuilder(patience());
        config.setMaxRetryTimes(1);
        WxMaServiceImpl service = new TokenService(token);
        service.setWxMaConfig(config);
        service.setMaxRetryTimes(1);
        return service;
    }

    /** The client library asks for a token here; it never fetches one. */
    private static final class TokenService extends WxMaServiceImpl {
        private final SharedToken token;

        TokenService(SharedToken token) {
            this.token = token;
        }

        @Override
        public String getAccessToken(boolean force) {
            if (token.take() instanceof TokenAnswer.Given given) {
                return given.token();
            }
            throw new WxRuntimeException("no access token");
        }
    }

    /** The client library compares and drops a token here when the platform calls it dead. */
    private static final class TokenConfig extends WxMaDefaultConfigImpl {
        private final transient SharedToken token;

        TokenConfig(SharedToken token) {
            this.token = token;
        }

        @Override
        public String getAccessToken() {
            return token.taken();
        }

        @Override
        public void expireAccessToken() {
            token.died();
        }
    }

    private static DefaultApacheHttpClientBuilder patience() {
        DefaultApacheHttpClientBuilder builder = DefaultApacheHttpClientBuilder.get();
        builder.setConnectionTimeout(CONNECT_MILLIS);
        builder.setConnectionRequestTimeout(CONNECT_MILLIS);
        builder.setSoTimeout(READ_MILLIS);
        return builder;
    }
}
