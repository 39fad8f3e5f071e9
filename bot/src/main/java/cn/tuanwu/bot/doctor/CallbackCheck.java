package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.CallbackKeys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import tools.jackson.databind.JsonNode;

/**
 * Calls our own callback address as the platform does when it is saved there, and asks the bot behind it which of its
 * secrets are those known here.
 */
final class CallbackCheck {
    private static final long MOST_SECONDS_APART = 60;
    private static final String PROXY = "检查反向代理把 /callback/ 转给机器人";
    private static final String SAME = "与平台后台填的保持一致，改好后重启所有节点";

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
        judge(new Channel("wecom", "TUANWU_WECOM", "TUANWU_WECOM_CORP_ID"), keys, query, echo, finding);
    }

    void officialAccount(CallbackKeys keys, Finding finding) {
        String echo = UUID.randomUUID().toString();
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String query = "signature=" + SHA1.gen(keys.token(), timestamp, "doctor") + "&timestamp=" + timestamp
                + "&nonce=doctor&echostr=" + echo;
        judge(new Channel("oa", "TUANWU_OA", "TUANWU_OA_APP_ID"), keys, query, echo, finding);
    }

    /** @param settings how the names of its settings begin */
    private record Channel(String name, String settings, String id) {
        String path() {
            return "/callback/" + name;
        }
    }

    private void judge(Channel channel, CallbackKeys keys, String query, String echo, Finding finding) {
        String address = publicUrl + channel.path();
        Reply reply = wire.get(address + "?" + query);
        if (reply.trouble() != null) {
            finding.fault("回调地址 " + address + " 打不开，" + reply.trouble(), "检查 TUANWU_PUBLIC_URL、域名解析、反向代理和机器人是否在运行");
        } else if (reply.status() == 200 && !reply.body().equals(echo)) {
            finding.fault("在 " + address + " 应答的不是机器人", PROXY);
        } else if (reply.status() != 200 && reply.status() != 403) {
            finding.fault("回调地址 " + address + " 返回 HTTP " + reply.status(), PROXY);
        } else {
            compare(channel, keys, reply.status() == 403, finding);
        }
    }

    /** An official account's proof is signed and not sealed, so its key is compared even when the proof went well. */
    private void compare(Channel channel, CallbackKeys keys, boolean refused, Finding finding) {
        String nonce = UUID.randomUUID().toString();
        KeyProof proof = KeyProof.of(keys, channel.name(), nonce);
        Reply reply = wire.get(publicUrl + KeysDoor.PATH + channel.name() + "?nonce=" + nonce + "&token="
                + proof.token() + "&aesKey=" + proof.aesKey());
        JsonNode said = reply.json();
        if (reply.status() != 200 || !said.has("aesKey")) {
            unknown(channel, refused, finding);
            return;
        }
        boolean token = said.path("token").asBoolean();
        boolean aesKey = said.path("aesKey").asBoolean();
        long apart = said.path("second").asLong() - clock.instant().getEpochSecond();
        if (!token) {
            finding.fault("回调 Token 不一致：正在运行的机器人用的不是这里的 " + channel.settings() + "_TOKEN", SAME);
        }
        if (!aesKey) {
            finding.fault("EncodingAESKey 不一致：正在运行的机器人用的不是这里的 " + channel.settings() + "_AES_KEY", SAME);
        }
        if (Math.abs(apart) > MOST_SECONDS_APART) {
            finding.fault("正在运行的机器人的时钟比这里" + (apart > 0 ? "快 " : "慢 ") + Math.abs(apart) + " 秒", "用 NTP 校准它的时间");
        } else if (refused && token && aesKey) {
            finding.fault("回调地址拒绝了验证，Token 和 EncodingAESKey 都一致：应是企业 ID 不同", "核对正在运行的机器人的 " + channel.id());
        }
    }

    /** The bot behind the address is too old to say more. */
    private static void unknown(Channel channel, boolean refused, Finding finding) {
        if (refused) {
            finding.fault(
                    "回调地址拒绝了验证：正在运行的机器人用的 " + channel.settings() + "_TOKEN、" + channel.settings() + "_AES_KEY 或 "
                            + channel.id() + " 与这里的不同，或它的时钟不准",
                    SAME);
        } else {
            finding.notChecked("EncodingAESKey");
        }
    }

    private static String element(String xml) {
        int from = xml.indexOf("<Encrypt><![CDATA[") + "<Encrypt><![CDATA[".length();
        return xml.substring(from, xml.indexOf("]]>", from));
    }
}
