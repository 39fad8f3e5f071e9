package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.settings.MiniProgramSettings;
import cn.tuanwu.bot.settings.OfficialAccountSettings;
import cn.tuanwu.bot.settings.WeComSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Examines the three platforms with the settings at hand. It asks for tokens itself: that is how a secret is proved. */
final class Doctor {
    private final BotSettings settings;
    private final Wire wire = new Wire();
    private final CallbackCheck callbacks;

    Doctor(BotSettings settings, Clock clock) {
        this.settings = settings;
        this.callbacks = new CallbackCheck(wire, clock, settings.publicUrl());
    }

    /** One finding for each platform. */
    List<Finding> examine() {
        return List.of(weCom(settings.weCom()), account(settings.officialAccount()), mini(settings.miniProgram()));
    }

    private Finding weCom(WeComSettings corp) {
        Finding finding = new Finding("企业微信");
        Reply reply = wire.get(corp.api() + "/cgi-bin/gettoken?corpid=" + encode(corp.corpId()) + "&corpsecret="
                + encode(corp.secret()));
        Optional<String> token = new TokenCheck(
                        "TUANWU_WECOM_CORP_ID", "企业 ID ", "TUANWU_WECOM_SECRET", "TUANWU_WECOM_API")
                .judge(reply, finding);
        token.ifPresent(living -> new AgentCheck(wire, settings.publicUrl()).judge(corp, living, finding));
        callbacks.weCom(corp.callback(), corp.corpId(), finding);
        return finding;
    }

    private Finding account(OfficialAccountSettings account) {
        Finding finding = new Finding("公众号");
        new TokenCheck("TUANWU_OA_APP_ID", "AppID ", "TUANWU_OA_SECRET", "TUANWU_OA_API")
                .judge(stableToken(account.api(), account.appId(), account.secret()), finding);
        callbacks.officialAccount(account.callback(), finding);
        return finding;
    }

    private Finding mini(MiniProgramSettings mini) {
        Finding finding = new Finding("小程序");
        new TokenCheck("TUANWU_MINIAPP_APP_ID", "AppID ", "TUANWU_MINIAPP_SECRET", "TUANWU_MINIAPP_API")
                .judge(stableToken(mini.api(), mini.appId(), mini.secret()), finding)
                .ifPresent(token -> new TemplateCheck(wire).judge(mini, token, finding));
        return finding;
    }

    private Reply stableToken(String api, String appId, String secret) {
        String body = JsonMapper.shared()
                .createObjectNode()
                .put("grant_type", "client_credential")
                .put("appid", appId)
                .put("secret", secret)
                .toString();
        return wire.post(api + "/cgi-bin/stable_token", body);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
