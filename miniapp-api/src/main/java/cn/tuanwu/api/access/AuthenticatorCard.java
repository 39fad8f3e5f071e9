package cn.tuanwu.api.access;

import cn.tuanwu.access.SecondFactor.Enrolment;
import cn.tuanwu.api.qr.QrCode;
import cn.tuanwu.kernel.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What an authenticator is set up with: the address it reads from a picture, and the secret for who types it. */
@Component
class AuthenticatorCard {
    private static final String ISSUER = "团务";

    private final boolean sandbox;

    AuthenticatorCard(Environment environment) {
        this.sandbox =
                new Settings(environment).optional("TUANWU_SANDBOX", "false").equals("true");
    }

    View of(Enrolment enrolment) {
        String address = "otpauth://totp/" + encoded(ISSUER + ":" + enrolment.login()) + "?secret=" + enrolment.secret()
                + "&issuer=" + encoded(ISSUER) + "&algorithm=SHA1&digits=6&period=30";
        String picture = "data:image/png;base64," + Base64.getEncoder().encodeToString(QrCode.png(address));
        return new View(enrolment.login(), enrolment.secret(), address, picture, sandbox);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param simulated whether the sandbox's own authenticator can take it */
    record View(String login, String secret, String address, String picture, boolean simulated) {
        @Override
        public String toString() {
            return "View[…]";
        }
    }
}
