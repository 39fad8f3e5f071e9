package cn.tuanwu.bot.tencent;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage.MsgData;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What we ask of the mini-program's platform. */
@Component
public class MiniProgram {
    private static final int CODE_WIDTH = 640;

    private final WxMaService service;
    private final Turnstile turnstile;

    MiniProgram(WxMaService service, Turnstile turnstile) {
        this.service = service;
        this.turnstile = turnstile;
    }

    /** The picture of a mini-program code (小程序码) that opens a page with a scene of at most 32 characters. */
    public CallResult<byte[]> code(String scene, String page) {
        return turnstile.call(
                Platform.MINI_PROGRAM, "wxa/getwxacodeunlimit", List.of(), () -> service.getQrcodeService()
                        .createWxaCodeUnlimitBytes(scene, page, false, "release", CODE_WIDTH, false, null, false));
    }

    /** A subscribe message: one for each consent the member gave (else 43101). */
    public CallResult<Boolean> notify(String openid, String templateId, String page, Map<String, String> fields) {
        List<MsgData> data = fields.entrySet().stream()
                .map(field -> new MsgData(field.getKey(), field.getValue()))
                .toList();
        WxMaSubscribeMessage message = new WxMaSubscribeMessage()
                .setToUser(openid)
                .setTemplateId(templateId)
                .setPage(page)
                .setMiniprogramState("formal")
                .setLang("zh_CN")
                .setData(data);
        return turnstile.call(Platform.MINI_PROGRAM, "message/subscribe/send", List.of(), () -> {
            service.getSubscribeService().sendSubscribeMsg(message);
            return true;
        });
    }
}
