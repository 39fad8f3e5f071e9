package cn.tuanwu.api.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.access.WeComApp;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.push.SharedToken;
import cn.tuanwu.push.TokenAnswer;
import cn.tuanwu.push.TokenDesk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets a page of ours use the phone's camera through WeChat Work; the ticket behind it is shared with all nodes. */
@RestController
class JsSdkController {
    private static final long LOOK_MILLIS = 30_000;
    private static final Logger log = LoggerFactory.getLogger(JsSdkController.class);

    private final WeComApp app;
    private final SharedToken ticket;
    private final Ids ids;
    private final Clock clock;
    private volatile boolean wanted;

    JsSdkController(WeComApp app, TokenDesk tokens, Ids ids, Clock clock) {
        this.app = app;
        this.ids = ids;
        this.clock = clock;
        SharedToken access = tokens.weCom(app.api(), app.corpId(), app.agentId(), app.secret());
        this.ticket = tokens.weComTicket(app.api(), app.corpId(), app.agentId(), access);
    }

    /** @param url the page's own address as the browser has it; only ours are signed */
    @GetMapping("/api/work/jssdk")
    Signature sign(Caller.Staff caller, @RequestParam("url") String url) {
        String page = url.split("#", 2)[0];
        if (!page.startsWith(app.publicUrl() + "/") || page.length() > 2000) {
            throw new RefusedRequest("JSSDK_URL_FOREIGN", "这个网页不能使用企业微信的拍照功能。");
        }
        wanted = true;
        if (!(ticket.take() instanceof TokenAnswer.Given given)) {
            log.warn("No jsapi_ticket: a page falls back to plain files");
            throw new RefusedRequest("WECOM_AWAY", "企业微信暂时没有回应，请稍后再试。");
        }
        String nonce = ids.token(12);
        long now = clock.instant().getEpochSecond();
        String signed = "jsapi_ticket=" + given.token() + "&noncestr=" + nonce + "&timestamp=" + now + "&url=" + page;
        return new Signature(app.corpId(), Long.toString(now), nonce, sha1(signed), app.jssdk());
    }

    /** Ahead of its end, where somebody has asked for one. */
    @Scheduled(fixedDelay = LOOK_MILLIS)
    void keep() {
        if (wanted) {
            ticket.keep();
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is part of every JDK", e);
        }
    }

    /**
     * What wx.config needs.
     *
     * @param script where WeChat Work's script is
     */
    record Signature(String corpId, String timestamp, String nonceStr, String signature, String script) {}
}
