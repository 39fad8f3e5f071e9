package cn.tuanwu.access;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The way from a first proof to a seat. A ticket opens the one step it was given for, once, within minutes; it is no session
 * and opens nothing else. Only its keyed hash is kept.
 */
@Component
public class SignInSteps {
    public static final Refusal OVER = Refusal.of("STEP_EXPIRED", "登录没有完成，时间过长或已在别处继续，请重新登录。");
    private static final int TICKET_BYTES = 24;

    private final SignInStepRows rows;
    private final Blind blind;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    SignInSteps(SignInStepRows rows, Blind blind, Ids ids, Clock clock, Tx tx) {
        this.rows = rows;
        this.blind = blind;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** @param who kind:id of whoever gave the first proof */
    public String begin(String who, Stage stage) {
        String ticket = ids.token(TICKET_BYTES);
        tx.run(() -> {
            rows.forget(clock.instant());
            rows.insert(hash(ticket), who, stage, clock.instant().plus(stage.valid));
        });
        return ticket;
    }

    /** Who holds this ticket; it stays good. */
    public Optional<Long> holder(String ticket, Stage stage, String kind) {
        return Optional.ofNullable(row(ticket, stage))
                .filter(row -> row.who.startsWith(kind + ":"))
                .map(row -> Long.valueOf(row.who.substring(kind.length() + 1)));
    }

    /** Uses it up, in the transaction of what it was for; false when somebody did before. */
    public boolean use(String ticket) {
        return Ids.isToken(ticket) && rows.use(hash(ticket)) == 1;
    }

    SignInStepRow row(String ticket, Stage stage) {
        return Ids.isToken(ticket) ? rows.find(hash(ticket), stage, clock.instant()) : null;
    }

    private byte[] hash(String ticket) {
        return blind.of("sign-in-step", ticket);
    }

    /** What is still to be done. */
    public enum Stage {
        /** A one-time code of the authenticator, or a recovery code. */
        CODE(Duration.ofMinutes(5)),
        /** The authenticator is to be set up. */
        ENROL(Duration.ofMinutes(15)),
        /** The code of an SMS. */
        SMS(Duration.ofMinutes(10)),
        /** One of several organisations is to be chosen. */
        PLACE(Duration.ofMinutes(5));

        private final Duration valid;

        Stage(Duration valid) {
            this.valid = valid;
        }
    }
}
