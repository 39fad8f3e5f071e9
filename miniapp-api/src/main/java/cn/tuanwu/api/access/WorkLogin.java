package cn.tuanwu.api.access;

import cn.tuanwu.kernel.Ids;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * The way to WeChat Work's authorisation page and back. The page that begins keeps a proof, the address carries only its
 * digest as the state: a code that comes back to a browser which began nothing opens no session there.
 */
@Component
class WorkLogin {
    private static final int PROOF_BYTES = 24;

    private final WeComApp app;
    private final Ids ids;

    WorkLogin(WeComApp app, Ids ids) {
        this.app = app;
        this.ids = ids;
    }

    Beginning begin() {
        String proof = ids.token(PROOF_BYTES);
        String address = app.open() + "/connect/oauth2/authorize?appid=" + encoded(app.corpId()) + "&redirect_uri="
                + encoded(app.publicUrl() + "/m/") + "&response_type=code&scope=snsapi_base&state=" + state(proof)
                + "&agentid=" + app.agentId() + "#wechat_redirect";
        return new Beginning(address, state(proof), proof);
    }

    /** To the page whose QR code a colleague scans with WeChat Work; it leads back to the console. */
    Beginning beginAtConsole() {
        String proof = ids.token(PROOF_BYTES);
        String address = app.login() + "/wwlogin/sso/login?login_type=CorpApp&appid=" + encoded(app.corpId())
                + "&agentid=" + app.agentId() + "&redirect_uri=" + encoded(app.publicUrl() + "/console/")
                + "&state=" + state(proof);
        return new Beginning(address, state(proof), proof);
    }

    boolean isOf(String state, String proof) {
        return Ids.isToken(proof) && state != null && MessageDigest.isEqual(bytes(state), bytes(state(proof)));
    }

    /** The platform lets only letters and digits through. */
    private static String state(String proof) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(proof)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * @param address where the browser is to go
     * @param state under which the page keeps the proof until it comes back
     */
    record Beginning(String address, String state, String proof) {
        @Override
        public String toString() {
            return "Beginning[…]";
        }
    }
}
