package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.JsTicket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The corp's ticket for its pages, the same while it is valid, and what is signed with it. */
@Component
public class JsTickets {
    private static final Duration LIFE = Duration.ofSeconds(7200);

    private final PlatformSettings settings;
    private final World world;
    private final Ids ids;
    private final Clock clock;

    JsTickets(PlatformSettings settings, World world, Ids ids, Clock clock) {
        this.settings = settings;
        this.world = world;
        this.ids = ids;
        this.clock = clock;
    }

    ApiAnswer give() {
        JsTicket ticket = world.change(state -> {
            if (state.jsTicket == null || !isValid(state.jsTicket)) {
                state.jsTicket = new JsTicket(ids.letters(86), clock.instant().plus(LIFE));
            }
            return state.jsTicket;
        });
        return ApiAnswer.ok()
                .with("ticket", ticket.value())
                .with(
                        "expires_in",
                        Duration.between(clock.instant(), ticket.expiresAt()).toSeconds());
    }

    /** What wx.config is given, and the address the page was opened at. */
    public record Config(String appId, String timestamp, String nonceStr, String signature, String url) {}

    /** Why the page may not call the phone, as wx.error says it; nothing when it may. */
    public Optional<String> complaint(Config config) {
        if (!settings.weCom().corpId().equals(config.appId())) {
            return Optional.of("invalid appid (40013)");
        }
        String page = config.url() == null ? "" : config.url();
        if (!page.startsWith(settings.publicUrl() + "/")) {
            return Optional.of("可信域名不正确 (80001)");
        }
        JsTicket ticket = world.read(state -> state.jsTicket);
        if (ticket == null || !isValid(ticket)) {
            return Optional.of("invalid jsapi_ticket (42012)");
        }
        String signed = "jsapi_ticket=" + ticket.value() + "&noncestr=" + config.nonceStr() + "&timestamp="
                + config.timestamp() + "&url=" + page.split("#", 2)[0];
        return sha1(signed).equals(config.signature()) ? Optional.empty() : Optional.of("invalid signature (40093)");
    }

    private boolean isValid(JsTicket ticket) {
        return ticket.expiresAt().isAfter(clock.instant());
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is part of every JDK", e);
        }
    }
}
