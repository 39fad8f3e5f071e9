package cn.tuanwu.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** The committees' authenticators: set up at their first sign-in, asked at every later one. */
public final class Authenticator {
    private static final Map<String, String> SECRETS = new ConcurrentHashMap<>();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private Authenticator() {}

    /** Both proofs; the session. A code is good once, so the account forgets the last one: tests don't wait for the next. */
    public static synchronized String signIn(String login, String password) {
        Client page = RunningApi.client();
        Client.Answer known = page.post("/api/console/sessions", Map.of("login", login, "password", password));
        assertThat(known.status()).as(known.body()).isEqualTo(201);
        String ticket = known.text("/ticket");
        if (known.text("/next").equals("ENROL")) {
            String secret = page.post("/api/console/sessions/factor", Map.of("ticket", ticket))
                    .text("/secret");
            SECRETS.put(login, secret);
            return session(page.post(
                    "/api/console/sessions/factor/confirmation", Map.of("ticket", ticket, "code", code(secret))));
        }
        Tables.run(RunningApi.DATABASE, "UPDATE org_account SET factor_step = 0 WHERE login = '" + login + "'");
        return session(
                page.post("/api/console/sessions/codes", Map.of("ticket", ticket, "code", code(SECRETS.get(login)))));
    }

    public static String secretOf(String login) {
        return SECRETS.get(login);
    }

    public static String code(String secret) {
        return code(secret, 0);
    }

    /** @param steps of half a minute from now on */
    public static String code(String secret, int steps) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret), CODES.getAlgorithm()),
                    Instant.now().plusSeconds(30L * steps));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String session(Client.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("/signedIn/session");
    }
}
