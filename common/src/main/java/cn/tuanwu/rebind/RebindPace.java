package cn.tuanwu.rebind;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How often someone may ask in a day: it counts every try with a proven phone, right or wrong, whether or not anybody has
 * the document. One answer for all limits.
 */
@Component
class RebindPace {
    static final int OF_A_PHONE = 5;
    static final int OF_A_DOCUMENT = 8;
    static final int FROM_AN_ADDRESS = 60;
    private static final Duration WINDOW = Duration.ofDays(1);
    private static final Refusal TOO_OFTEN = Refusal.of("REBIND_TOO_OFTEN", "今天申请换绑的次数过多，请明天再试；着急办理请联系所在团支部。");

    private final RebindingRows rows;
    private final Blind blind;
    private final Clock clock;
    private final Tx tx;

    RebindPace(RebindingRows rows, Blind blind, Clock clock, Tx tx) {
        this.rows = rows;
        this.blind = blind;
        this.clock = clock;
        this.tx = tx;
    }

    Optional<Refusal> address(String address) {
        return address == null ? Optional.empty() : asked("address", address, FROM_AN_ADDRESS);
    }

    Optional<Refusal> person(Phone phone, String document) {
        Optional<Refusal> often = asked("phone", phone.number(), OF_A_PHONE);
        return often.isPresent() ? often : asked("document", document, OF_A_DOCUMENT);
    }

    /** Nobody asked. Joins the transaction. */
    void forgetPhone(Phone phone) {
        rows.forgetPace(blind.of("rebinding phone", phone.number()));
    }

    void forgetDocument(String document) {
        rows.forgetPace(blind.of("rebinding document", document));
    }

    private Optional<Refusal> asked(String kind, String value, int most) {
        byte[] who = blind.of("rebinding " + kind, value);
        Instant now = clock.instant();
        Instant stale = now.minus(WINDOW);
        int[] asked = new int[1];
        tx.apart(() -> {
            rows.count(who, now, stale);
            asked[0] = rows.asked(who);
        });
        tx.apart(() -> rows.sweep(stale));
        return asked[0] > most ? Optional.of(TOO_OFTEN) : Optional.empty();
    }
}
