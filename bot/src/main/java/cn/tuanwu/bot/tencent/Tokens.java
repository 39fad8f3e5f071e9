package cn.tuanwu.bot.tencent;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.settings.MiniProgramSettings;
import cn.tuanwu.bot.settings.OfficialAccountSettings;
import cn.tuanwu.bot.settings.WeComSettings;
import cn.tuanwu.push.SharedToken;
import cn.tuanwu.push.TokenAnswer;
import cn.tuanwu.push.TokenDesk;
import java.util.EnumMap;
import java.util.Map;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The access tokens of the three platforms, shared with all nodes and renewed ahead of their end. */
@Component
class Tokens {
    private static final long LOOK_MILLIS = 30_000;

    private final Map<Platform, SharedToken> tokens = new EnumMap<>(Platform.class);

    Tokens(TokenDesk desk, BotSettings settings) {
        WeComSettings corp = settings.weCom();
        OfficialAccountSettings account = settings.officialAccount();
        MiniProgramSettings mini = settings.miniProgram();
        tokens.put(Platform.WECOM, desk.weCom(corp.api(), corp.corpId(), corp.agentId(), corp.secret()));
        tokens.put(Platform.OFFICIAL_ACCOUNT, desk.weixin(account.api(), account.appId(), account.secret()));
        tokens.put(Platform.MINI_PROGRAM, desk.weixin(mini.api(), mini.appId(), mini.secret()));
    }

    /** What the platforms' library puts into an address. Waits, but never asks the platform on this thread. */
    String take(Platform platform) throws WxErrorException {
        TokenAnswer answer = tokens.get(platform).take();
        if (answer instanceof TokenAnswer.Refused refused) {
            throw new WxErrorException(
                    WxError.builder().errorCode(refused.errcode()).build());
        }
        if (answer instanceof TokenAnswer.NoAnswer silent) {
            throw new WxRuntimeException("no access token: " + silent.cause());
        }
        return ((TokenAnswer.Given) answer).token();
    }

    /** @return whether it is worth calling again with another token */
    boolean died(Platform platform) {
        return tokens.get(platform).died();
    }

    @Scheduled(fixedDelay = LOOK_MILLIS)
    void keep() {
        tokens.values().forEach(SharedToken::keep);
    }
}
