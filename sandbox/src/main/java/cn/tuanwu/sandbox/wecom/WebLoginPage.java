package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.world.Contacts;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The sign-in page for PCs: shows a QR code, waits until a phone confirmed it, and leads back with a code. Beside it are the
 * phones of the sandbox, each a tap away.
 */
@RestController
class WebLoginPage {

    private final PlatformSettings settings;
    private final Contacts contacts;
    private final WebLogins logins;

    WebLoginPage(PlatformSettings settings, Contacts contacts, WebLogins logins) {
        this.settings = settings;
        this.contacts = contacts;
        this.logins = logins;
    }

    record Wish(String login_type, String appid, String agentid, String redirect_uri, String state) {}

    @GetMapping("/platform/login/wwlogin/sso/login")
    ResponseEntity<byte[]> page(Wish wish) {
        Optional<String> complaint = complaint(wish);
        if (complaint.isPresent()) {
            return html("<p>" + complaint.get() + "</p>");
        }
        String key = logins.begin();
        String phones = contacts.all().stream()
                .map(one -> "<button type=\"button\" data-user=\"%s\">用%s的企业微信扫码</button>"
                        .formatted(one.userid(), one.name()))
                .collect(Collectors.joining("\n"));
        return html(PAGE.formatted(
                picture(settings.publicUrl() + "/platform/login/confirm/" + key),
                phones,
                key,
                script(wish.redirect_uri()),
                script(wish.state() == null ? "" : wish.state())));
    }

    @GetMapping("/platform/login/state/{key}")
    Map<String, String> state(@PathVariable String key) {
        return logins.code(key).map(code -> Map.of("code", code)).orElse(Map.of());
    }

    private Optional<String> complaint(Wish wish) {
        if (!"CorpApp".equals(wish.login_type())
                || !settings.weCom().corpId().equals(wish.appid())
                || !settings.weCom().agentId().equals(wish.agentid())) {
            return Optional.of("参数错误：login_type、appid 或 agentid 不正确");
        }
        String target = wish.redirect_uri() == null ? "" : wish.redirect_uri();
        return target.equals(settings.publicUrl()) || target.startsWith(settings.publicUrl() + "/")
                ? Optional.empty()
                : Optional.of("redirect_uri 与配置的授权回调域不一致");
    }

    /** As a text in a script: nothing in it ends the text or the script. */
    private static String script(String text) {
        return text.replaceAll("[^0-9A-Za-z:/?&=._~%#-]", "");
    }

    private static String picture(String content) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            MatrixToImageWriter.writeToStream(
                    new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 240, 240), "PNG", png);
            return Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResponseEntity<byte[]> html(String body) {
        String page = """
                <!doctype html><html lang="zh-CN"><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>企业微信登录</title>
                <style>body{font:16px/1.7 sans-serif;margin:3em auto;max-width:26em;text-align:center}
                button{font:inherit;display:block;width:100%;margin:.4em 0;padding:.4em}</style>
                """ + body + "</html>";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(page.getBytes(StandardCharsets.UTF_8));
    }

    private static final String PAGE = """
            <main><h1>企业微信登录</h1>
            <img alt="请用企业微信扫码" src="data:image/png;base64,%s">
            <p>请使用企业微信扫描二维码登录</p>
            <p>沙箱里没有摄像头，点一部手机代替：</p>
            %s</main>
            <script>
            const key = "%s", target = "%s", state = "%s";
            for (const button of document.querySelectorAll("button"))
              button.onclick = () => fetch("/sandbox/operators/" + button.dataset.user + "/scan", {
                method: "POST", headers: { "content-type": "application/json" },
                body: JSON.stringify({ content: location.origin + "/platform/login/confirm/" + key }),
              });
            const wait = async () => {
              const { code } = await (await fetch("/platform/login/state/" + key)).json();
              if (!code) return setTimeout(wait, 700);
              const back = new URL(target);
              back.searchParams.set("code", code);
              back.searchParams.set("state", state);
              back.searchParams.set("appid", new URLSearchParams(location.search).get("appid"));
              location.replace(back);
            };
            wait();
            </script>
            """;
}
