package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.world.Ids;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The QR codes of the sign-in page that are on some screen now, and who confirmed them with a phone. */
@Component
public class WebLogins {

    private static final String NOBODY = "";

    private final Map<String, String> confirmed = new ConcurrentHashMap<>();
    private final Ids ids;
    private final OAuthCodes codes;

    WebLogins(Ids ids, OAuthCodes codes) {
        this.ids = ids;
        this.codes = codes;
    }

    String begin() {
        String key = ids.letters(24);
        confirmed.put(key, NOBODY);
        return key;
    }

    /** A phone scanned the code that ends with the key, and its owner said yes. False for no such code. */
    public boolean confirm(String content, String userid) {
        String key = content.substring(content.lastIndexOf('/') + 1);
        return confirmed.replace(key, NOBODY, userid);
    }

    /** What the application is to be given, once somebody confirmed. */
    Optional<String> code(String key) {
        String userid = confirmed.getOrDefault(key, NOBODY);
        return !userid.isEmpty() && confirmed.remove(key, userid) ? Optional.of(codes.issue(userid)) : Optional.empty();
    }
}
