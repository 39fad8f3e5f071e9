package cn.tuanwu.bot.tencent;

import java.util.List;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.bean.result.WxMpQrCodeTicket;
import org.springframework.stereotype.Component;

/** What we ask of the official account. */
@Component
public class OfficialAccount {
    private final WxMpService service;
    private final Turnstile turnstile;

    OfficialAccount(WxMpService service, Turnstile turnstile) {
        this.service = service;
        this.turnstile = turnstile;
    }

    /** @return what the QR picture must say */
    public CallResult<String> temporaryQr(String scene, int seconds) {
        return call("qrcode/create", () -> service.getQrcodeService().qrCodeCreateTmpTicket(scene, seconds))
                .map(WxMpQrCodeTicket::getUrl);
    }

    /** As {@link #temporaryQr}, without an end; the platform makes 100 000 of them in all. */
    public CallResult<String> permanentQr(String scene) {
        return call("qrcode/create", () -> service.getQrcodeService().qrCodeCreateLastTicket(scene))
                .map(WxMpQrCodeTicket::getUrl);
    }

    /** Words alone: what looks like markup in them is read, not followed. Possible as {@link #sendMarked} is. */
    public CallResult<Boolean> sendText(String openid, String words) {
        return sendMarked(openid, ChatText.plain(words));
    }

    /**
     * A customer-service text with links of ours: possible only while the follower's window is open (else 45015, 45047).
     *
     * @param words nothing in them was typed by people, or it is {@link ChatText#plain}
     */
    public CallResult<Boolean> sendMarked(String openid, String words) {
        WxMpKefuMessage message =
                WxMpKefuMessage.TEXT().toUser(openid).content(words).build();
        return call("message/custom/send", () -> service.getKefuService().sendKefuMessage(message));
    }

    private <T> CallResult<T> call(String api, CallResult.Call<T> call) {
        return turnstile.call(Platform.OFFICIAL_ACCOUNT, api, List.of(), call);
    }
}
