package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.CallbackKeys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/** Calls our own callback address as the platform does when it is saved there. */
final class CallbackCheck {
    private final Wire wire;
    private final Clock clock;
    private final String publicUrl;

    CallbackCheck(Wire wire, Clock clock, String publicUrl) {
        this.wire = wire;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    void weCom(CallbackKeys keys, String corpId, Finding finding) {
        String echo = UUID.randomUUID().toString();
        String sealed = element(new WxCryptUtil(keys.token(), keys.aesKey(), corpId).encrypt(echo));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String query = "msg_signature=" + SHA1.gen(keys.token(), timestamp, "doctor", sealed) + "&timestamp="
                + timestamp + "&nonce=doctor&echostr=" + URLEncoder.encode(sealed, StandardCharsets.UTF_8);
        judge("/callback/wecom", query, echo, "TUANWU_WECOM_TOKEN、TUANWU_WECOM_AES_KEY 或企业 ID", finding);
    }

    void officialAccount(CallbackKeys keys, Finding finding) {
        String echo = UUID.randomUUID().toString();
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String query = "signature=" + SHA1.gen(keys.token(), timestamp, "doctor") + "&timestamp=" + timestamp
                + "&nonce=doctor&echostr=" + echo;
        judge("/callback/oa", query, echo, "TUANWU_OA_TOKEN", finding);
    }

    private void judge(String path, String query, String echo, String keys, Finding finding) {
        String address = publicUrl + path;
        Reply reply = wire.get(address + "?" + query);
        if (reply.trouble() != null) {
            finding.fault("回调地址 " + address + " 打不开，" + reply.trouble(), "检查 TUANWU_PUBLIC_URL、域名解析、反向代理和机器人是否在运行");
        } else if (reply.status() == 403) {
            finding.fault("回调地址拒绝了验证：正在运行的机器人用的 " + keys + " 与这里的不同，或它的时钟不准", "让所有节点与平台后台填的一致，然后重启");
        } else if (reply.status() != 200) {
            finding.fault("回调地址 " + address + " 返回 HTTP " + reply.status(), "检查反向代理把 /callback/ 转给机器人");
        } else if (!reply.body().equals(echo)) {
            finding.fault("在 " + address + " 应答的不是机器人", "检查反向代理把 /callback/ 转给机器人");
        }
    }

    private static String element(String xml) {
        int from = xml.indexOf("<Encrypt><![CDATA[") + "<Encrypt><![CDATA[".length();
        return xml.substring(from, xml.indexOf("]]>", from));
    }
}
