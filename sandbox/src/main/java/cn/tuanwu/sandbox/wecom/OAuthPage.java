package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.wire.WireNote;
import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.Contacts.Contact;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page in front of an application's own page that says who opened it. Whose phone it is comes from the query, from the
 * name of the frame that is the phone's screen, or from the cookie the sandbox's phone set.
 */
@RestController
class OAuthPage {

    private static final Set<String> SCOPES = Set.of("snsapi_base", "snsapi_userinfo", "snsapi_privateinfo");

    private final PlatformSettings settings;
    private final Contacts contacts;
    private final OAuthCodes codes;

    OAuthPage(PlatformSettings settings, Contacts contacts, OAuthCodes codes) {
        this.settings = settings;
        this.contacts = contacts;
        this.codes = codes;
    }

    /** What an application asks for. */
    record Wish(
            String appid,
            String redirect_uri,
            String response_type,
            String scope,
            String state,
            String agentid,
            String sandbox_user) {}

    @GetMapping("/platform/open/connect/oauth2/authorize")
    ResponseEntity<byte[]> authorize(
            Wish wish,
            @CookieValue(name = "sandbox_user", required = false) String phone,
            @RequestHeader(name = "Sec-Fetch-Dest", required = false) String opener) {
        Optional<String> complaint = complaint(wish);
        if (complaint.isPresent()) {
            return page(complaint.get());
        }
        if (wish.sandbox_user() == null && "iframe".equals(opener)) {
            return html(
                    asksTheFrame(contacts.find(text(phone)).map(Contact::userid).orElse("")));
        }
        String userid = wish.sandbox_user() == null ? phone : wish.sandbox_user();
        Optional<Contact> reader = contacts.find(userid == null ? "" : userid);
        if (reader.isEmpty()) {
            return page("请在企业微信客户端打开链接");
        }
        WireNote.title(reader.get().name() + " 在企业微信里打开了网页");
        String target = target(wish, codes.issue(reader.get().userid(), wish.scope()));
        return ResponseEntity.status(302).header("Location", target).build();
    }

    private Optional<String> complaint(Wish wish) {
        if (!settings.weCom().corpId().equals(wish.appid())) {
            return Optional.of("错误码 40013：appid 不是这个企业的 corpid");
        }
        if (!"code".equals(wish.response_type()) || !SCOPES.contains(text(wish.scope()))) {
            return Optional.of("错误码 10005：response_type 或 scope 不正确");
        }
        boolean asksMore = !"snsapi_base".equals(wish.scope());
        if (asksMore && !settings.weCom().agentId().equals(wish.agentid())) {
            return Optional.of("错误码 40056：这个 scope 要带正确的 agentid");
        }
        if (text(wish.state()).getBytes(StandardCharsets.UTF_8).length > 128) {
            return Optional.of("错误码 40058：state 超过 128 字节");
        }
        return trusted(text(wish.redirect_uri()))
                ? Optional.empty()
                : Optional.of("错误码 50001：redirect_uri 与应用的可信域名不一致");
    }

    /** Host and port both have to be the trusted domain's. */
    private boolean trusted(String target) {
        try {
            URI wanted = URI.create(target);
            URI own = URI.create(settings.publicUrl());
            return wanted.getScheme() != null
                    && wanted.getScheme().matches("https?")
                    && own.getHost().equalsIgnoreCase(wanted.getHost())
                    && port(own) == port(wanted);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static int port(URI address) {
        if (address.getPort() != -1) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }

    private static String target(Wish wish, String code) {
        String[] parts = wish.redirect_uri().split("#", 2);
        String query = (parts[0].contains("?") ? "&" : "?") + "code=" + code + "&state="
                + URLEncoder.encode(text(wish.state()), StandardCharsets.UTF_8);
        return parts[0] + query + (parts.length == 2 ? "#" + parts[1] : "");
    }

    /** Several phones in one browser share its cookies; which of them it is, the name of the frame tells. */
    private static String asksTheFrame(String otherwise) {
        return """
                <!doctype html><meta charset="utf-8"><title>企业微信</title><script>
                const phone = (/^phone-(.+)$/.exec(name) ?? [, "%s"])[1];
                const [address, fragment] = location.href.split("#");
                location.replace(address + "&sandbox_user=" + encodeURIComponent(phone) + "#" + (fragment ?? ""));
                </script>
                """.formatted(otherwise);
    }

    private static ResponseEntity<byte[]> page(String sentence) {
        return html("""
                <!doctype html><html lang="zh-CN"><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>企业微信</title>
                <p style="font:16px/1.7 sans-serif;margin:4em 1em;text-align:center">%s</p>
                """.formatted(sentence));
    }

    private static ResponseEntity<byte[]> html(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(html.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
