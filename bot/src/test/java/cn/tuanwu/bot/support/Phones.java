package cn.tuanwu.bot.support;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import me.chanjar.weixin.mp.util.crypto.WxMpCryptUtil;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** What people do on their phones, as the platforms tell us: sealed by the platforms' own library, sent over HTTP. */
@TestComponent
public class Phones {
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    private final Environment environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WxCryptUtil weCom = weComCrypt(Secrets.CORP);
    private final WxCryptUtil account = accountCrypt();

    public Phones(Environment environment) {
        this.environment = environment;
    }

    /** An answer, opened. */
    public record Answer(int status, String raw, String message) {}

    /** One delivery, ready to be sent as often as the platform likes. */
    public record Sealed(String path, String query, String body) {}

    public Answer scan(String openid, String scene) {
        return send(event(openid, "SCAN", scene));
    }

    public Sealed event(String openid, String event, String key) {
        return account("<FromUserName><![CDATA[" + openid + "]]></FromUserName><CreateTime>" + now()
                + "</CreateTime><MsgType>event</MsgType><Event>" + event + "</Event><EventKey><![CDATA[" + key
                + "]]></EventKey><Ticket>" + NUMBERS.incrementAndGet() + "</Ticket>");
    }

    public Answer say(String openid, String words) {
        return send(said(openid, words));
    }

    public Sealed said(String openid, String words) {
        return account("<FromUserName>" + openid + "</FromUserName><CreateTime>" + now()
                + "</CreateTime><MsgType>text</MsgType><Content><![CDATA[" + words + "]]></Content><MsgId>"
                + NUMBERS.incrementAndGet() + "</MsgId>");
    }

    public Answer sayAtWork(String userid, String words) {
        return send(saidAtWork(userid, words));
    }

    public Sealed saidAtWork(String userid, String words) {
        return weCom("<FromUserName>" + userid + "</FromUserName><CreateTime>" + now()
                + "</CreateTime><MsgType>text</MsgType><Content>" + words + "</Content><MsgId>"
                + NUMBERS.incrementAndGet() + "</MsgId><AgentID>1000002</AgentID>");
    }

    /** @param second when it was sent, by the platform's clock */
    public Sealed pictured(String userid, long second, long messageId, String mediaId) {
        return weCom("<FromUserName>" + userid + "</FromUserName><CreateTime>" + second
                + "</CreateTime><MsgType>image</MsgType><PicUrl>https://wework.qpic.cn/x</PicUrl><MediaId>" + mediaId
                + "</MediaId><MsgId>" + messageId + "</MsgId><AgentID>1000002</AgentID>");
    }

    public Answer tap(String userid, String taskId, String key, String reason) {
        return send(tapped(userid, taskId, key, reason));
    }

    /** @param reason the chosen option, or null when the phone tells of none */
    public Sealed tapped(String userid, String taskId, String key, String reason) {
        return tapped(userid, taskId, key, "reason", reason);
    }

    /** @param option the chosen option of the question, or null when the phone tells of none */
    public Sealed tapped(String userid, String taskId, String key, String question, String option) {
        String selected = option == null
                ? ""
                : "<SelectedItems><SelectedItem><QuestionKey>" + question + "</QuestionKey><OptionIds><OptionId>"
                        + option + "</OptionId></OptionIds></SelectedItem></SelectedItems>";
        return weCom("<FromUserName>" + userid + "</FromUserName><CreateTime>" + now()
                + "</CreateTime><MsgType>event</MsgType><Event>template_card_event</Event><EventKey>" + key
                + "</EventKey><TaskId>" + taskId + "</TaskId><CardType>button_interaction</CardType><ResponseCode>tap-"
                + NUMBERS.incrementAndGet() + "</ResponseCode><AgentID>1000002</AgentID>" + selected);
    }

    public Sealed weCom(String elements) {
        return sealed("/callback/wecom", weCom, Secrets.CORP, elements, now());
    }

    public Sealed weComFrom(String corp, String elements) {
        return sealed("/callback/wecom", weComCrypt(corp), corp, elements, now());
    }

    public Sealed weComSealedFor(String corp, String elements) {
        return sealed("/callback/wecom", weComCrypt(corp), Secrets.CORP, elements, now());
    }

    public Sealed weComAt(long time, String elements) {
        return sealed("/callback/wecom", weCom, Secrets.CORP, elements, time);
    }

    public Sealed account(String elements) {
        return sealed("/callback/oa", account, "gh_test", elements, now());
    }

    public Answer send(Sealed sealed) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                + environment.getProperty("local.server.port") + sealed.path() + "?" + sealed.query()));
        request.header("Content-Type", "text/xml");
        if (sealed.body() == null) {
            request.GET();
        } else {
            request.POST(HttpRequest.BodyPublishers.ofString(sealed.body()));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean message = answer.body().startsWith("<xml>");
            return new Answer(answer.statusCode(), answer.body(), message ? open(sealed.path(), answer.body()) : null);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer from the bot", e);
        }
    }

    private String open(String path, String envelope) {
        WxCryptUtil crypt = path.endsWith("wecom") ? weCom : account;
        return crypt.decryptXml(
                element(envelope, "MsgSignature"),
                element(envelope, "TimeStamp"),
                element(envelope, "Nonce"),
                envelope);
    }

    private static Sealed sealed(String path, WxCryptUtil crypt, String to, String elements, long time) {
        String message = "<xml><ToUserName>" + to + "</ToUserName>" + elements + "</xml>";
        String encrypted = element(crypt.encrypt(message), "Encrypt");
        String body = "<xml><ToUserName><![CDATA[" + to + "]]></ToUserName><AgentID>1000002</AgentID><Encrypt><![CDATA["
                + encrypted + "]]></Encrypt></xml>";
        String nonce = "n" + NUMBERS.incrementAndGet();
        String signature =
                me.chanjar.weixin.common.util.crypto.SHA1.gen(Secrets.TOKEN, Long.toString(time), nonce, encrypted);
        String query = "msg_signature=" + signature + "&timestamp=" + time + "&nonce=" + nonce
                + (path.endsWith("oa") ? "&encrypt_type=aes&openid=x&signature=unused" : "");
        return new Sealed(path, query, body);
    }

    public static String element(String xml, String name) {
        String start = "<" + name + ">";
        int from = xml.indexOf(start);
        if (from < 0) {
            return "";
        }
        String inner = xml.substring(from + start.length(), xml.indexOf("</" + name + ">", from));
        return inner.startsWith("<![CDATA[") ? inner.substring(9, inner.length() - 3) : inner;
    }

    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static WxCryptUtil weComCrypt(String corp) {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setToken(Secrets.TOKEN);
        config.setAesKey(Secrets.AES_KEY);
        config.setCorpId(corp);
        return new WxCpCryptUtil(config);
    }

    private static WxCryptUtil accountCrypt() {
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
        config.setToken(Secrets.TOKEN);
        config.setAesKey(Secrets.AES_KEY);
        config.setAppId(Secrets.OA_APP);
        return new WxMpCryptUtil(config);
    }
}
