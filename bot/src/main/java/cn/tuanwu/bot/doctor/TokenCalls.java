package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.MiniProgramSettings;
import cn.tuanwu.bot.settings.OfficialAccountSettings;
import cn.tuanwu.bot.settings.WeComSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Asks the platforms for tokens with id and secret: that is how these are proved. Nobody's token ends by it. */
final class TokenCalls {
    private final Wire wire;

    TokenCalls(Wire wire) {
        this.wire = wire;
    }

    Optional<String> weCom(WeComSettings corp, Finding finding) {
        Reply reply = wire.get(corp.api() + "/cgi-bin/gettoken?corpid=" + encode(corp.corpId()) + "&corpsecret="
                + encode(corp.secret()));
        return new TokenCheck("TUANWU_WECOM_CORP_ID", "企业 ID ", "TUANWU_WECOM_SECRET", "TUANWU_WECOM_API")
                .judge(reply, finding);
    }

    Optional<String> officialAccount(OfficialAccountSettings account, Finding finding) {
        return new TokenCheck("TUANWU_OA_APP_ID", "AppID ", "TUANWU_OA_SECRET", "TUANWU_OA_API")
                .judge(stable(account.api(), account.appId(), account.secret()), finding);
    }

    Optional<String> miniProgram(MiniProgramSettings mini, Finding finding) {
        return new TokenCheck("TUANWU_MINIAPP_APP_ID", "AppID ", "TUANWU_MINIAPP_SECRET", "TUANWU_MINIAPP_API")
                .judge(stable(mini.api(), mini.appId(), mini.secret()), finding);
    }

    private Reply stable(String api, String appId, String secret) {
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
