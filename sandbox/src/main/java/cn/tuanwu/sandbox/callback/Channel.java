package cn.tuanwu.sandbox.callback;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.wire.WireEntry.Platform;

/**
 * A way from a platform to the bot.
 *
 * @param receiveId what a message is encrypted for: the corp id or the appid
 * @param name ToUserName of every message: the corp id or the gh_ name
 * @param agentId empty for an official account
 */
record Channel(Platform platform, String url, CallbackCrypto crypto, String receiveId, String name, String agentId) {

    static Channel weCom(PlatformSettings settings) {
        PlatformSettings.WeCom corp = settings.weCom();
        return new Channel(
                Platform.WECOM,
                settings.botUrl() + "/callback/wecom",
                new CallbackCrypto(corp.token(), corp.aesKey()),
                corp.corpId(),
                corp.corpId(),
                corp.agentId());
    }

    static Channel officialAccount(PlatformSettings settings) {
        PlatformSettings.OfficialAccount account = settings.officialAccount();
        return new Channel(
                Platform.OFFICIAL_ACCOUNT,
                settings.botUrl() + "/callback/oa",
                new CallbackCrypto(account.token(), account.aesKey()),
                account.appId(),
                account.originalId(),
                "");
    }
}
