package cn.tuanwu.bot.invite;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.invite.ScanDesk;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The words that lead into the mini-program, as a chat of the official account shows them. */
@Component
public class Entry {
    static final String START = "pages/start/start";
    private static final String STATUS = "pages/status/status";

    private final ScanDesk scans;
    private final String appId;
    private final String publicUrl;

    Entry(ScanDesk scans, BotSettings settings) {
        this.scans = scans;
        this.appId = settings.miniProgram().appId();
        this.publicUrl = settings.publicUrl();
    }

    /** For someone who came without an invitation: the branch is chosen in the mini-program. */
    public String open(String openid, String occasion) {
        String token = scans.arrived(openid, occasion);
        return "欢迎使用团员报到。\n" + link(publicUrl + "/i", START + "?scan=" + token) + "\n填写约需五分钟，提交后由团支部审核。";
    }

    /** For someone who asks how far it is; whose registration it is, the mini-program knows. */
    public String status() {
        return link(publicUrl + "/i", STATUS, "点此查看审核进度") + "\n结果出来后也会发给您。";
    }

    /** For someone who scanned: the branch is filled in. */
    String invited(Invitation invitation, String openid, String occasion) {
        String token = scans.scanned(invitation, openid, occasion);
        String code = invitation.code();
        return "欢迎到" + HtmlUtils.htmlEscape(invitation.organisation().name()) + "报到。\n"
                + link(publicUrl + "/i/" + code, START + "?invite=" + code + "&scan=" + token)
                + "\n填写约需五分钟，提交后由团支部审核。";
    }

    private String link(String href, String path) {
        return link(href, path, "点此开始报到");
    }

    private String link(String href, String path, String words) {
        return "<a href=\"" + href + "\" data-miniprogram-appid=\"" + appId + "\" data-miniprogram-path=\"" + path
                + "\">" + words + "</a>";
    }
}
