package cn.tuanwu.sandbox.wire;

import cn.tuanwu.sandbox.wire.WireEntry.Platform;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The line of Chinese that says what a call was about. */
public final class WireNote {

    static final String PLATFORM = WireNote.class.getName() + ".platform";
    private static final String TITLE = WireNote.class.getName() + ".title";
    private static final String FAULT = WireNote.class.getName() + ".fault";
    private static final String UNANSWERED = WireNote.class.getName() + ".unanswered";
    private static final Map<String, String> BY_PATH = new LinkedHashMap<>();

    static {
        BY_PATH.put("/cgi-bin/gettoken", "企业微信发放 access_token");
        BY_PATH.put("/cgi-bin/get_jsapi_ticket", "企业微信发放 jsapi_ticket");
        BY_PATH.put("/cgi-bin/message/send", "企业微信发送应用消息");
        BY_PATH.put("/cgi-bin/message/update_template_card", "企业微信更新模板卡片");
        BY_PATH.put("/cgi-bin/auth/getuserinfo", "企业微信网页认出访问者");
        BY_PATH.put("/connect/oauth2/authorize", "企业微信网页授权");
        BY_PATH.put("/cgi-bin/user/getuserid", "企业微信按手机号查找成员");
        BY_PATH.put("/cgi-bin/auth/getuserdetail", "企业微信读取访问者资料");
        BY_PATH.put("/cgi-bin/agent/get", "企业微信查看应用");
        BY_PATH.put("/cgi-bin/agent/set", "企业微信设置应用");
        BY_PATH.put("/cgi-bin/media/uploadimg", "上传图片");
        BY_PATH.put("/cgi-bin/media/upload", "上传临时素材");
        BY_PATH.put("/cgi-bin/media/get", "下载临时素材");
        BY_PATH.put("/wxaapi/newtmpl/gettemplate", "查询订阅消息模板");
        BY_PATH.put("/wxa/business/getuserphonenumber", "小程序换取手机号");
        BY_PATH.put("/wxa/getwxacodeunlimit", "生成小程序码");
        BY_PATH.put("/cgi-bin/menu/create", "创建自定义菜单");
        BY_PATH.put("/cgi-bin/menu/get", "查询自定义菜单");
        BY_PATH.put("/cgi-bin/menu/delete", "删除自定义菜单");
        BY_PATH.put("/cgi-bin/stable_token", "发放稳定版 access_token");
        BY_PATH.put("/cgi-bin/token", "发放 access_token");
        BY_PATH.put("/cgi-bin/qrcode/create", "公众号生成带参数二维码");
        BY_PATH.put("/cgi-bin/showqrcode", "公众号换取二维码图片");
        BY_PATH.put("/cgi-bin/message/custom/send", "公众号发送客服消息");
        BY_PATH.put("/sns/jscode2session", "小程序登录凭证校验");
        BY_PATH.put("/cgi-bin/message/subscribe/send", "小程序发送订阅消息");
        BY_PATH.put("/.well-known/openid-configuration", "读取登录服务的公开配置");
        BY_PATH.put("/oauth2/authorize", "在登录服务确认身份");
        BY_PATH.put("/oauth2/token", "用授权码换取身份令牌");
        BY_PATH.put("/oauth2/jwks", "读取登录服务的公钥");
        BY_PATH.put("/userinfo", "向登录服务查询用户信息");
        BY_PATH.put("/sms/send", "发送短信");
        BY_PATH.put("/realname/check", "实名认证核验");
    }

    private WireNote() {}

    /** Names what the call being served does, more closely than its path can. */
    public static void title(String title) {
        note(TITLE, title);
    }

    /** Says whose call this is where the path is shared by two platforms. */
    public static void platform(Platform platform) {
        note(PLATFORM, platform);
    }

    /** Says that what became of this call was wanted so. */
    public static void fault(HttpServletRequest request, String kind) {
        request.setAttribute(FAULT, kind);
    }

    /** Says that this call gets no answer at all. */
    public static void unanswered(HttpServletRequest request) {
        request.setAttribute(UNANSWERED, true);
    }

    static boolean isUnanswered(HttpServletRequest request) {
        return request.getAttribute(UNANSWERED) != null;
    }

    static String title(HttpServletRequest request, String path, Integer errcode) {
        Object noted = request.getAttribute(TITLE);
        Object fault = request.getAttribute(FAULT);
        String plain = noted != null ? noted.toString() : byPath(path);
        String title = fault == null ? plain : plain + "（设定的故障 " + fault + "）";
        return errcode == null || errcode == 0 ? title : title + "：被拒绝（" + errcode + "）";
    }

    private static String byPath(String path) {
        return BY_PATH.entrySet().stream()
                .filter(known -> path.endsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("调用了未模拟的接口");
    }

    private static void note(String name, Object value) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(name, value, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
