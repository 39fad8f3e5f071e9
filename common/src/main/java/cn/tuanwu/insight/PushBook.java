package cn.tuanwu.insight;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * What waits to be pushed and what could not be. A committee sees what concerns its own branches; the root of the house
 * sees everything.
 */
@Service
public class PushBook {
    public static final int PAGE = 50;

    private final PushBookRows rows;
    private final PushDesk pushes;
    private final AuditDesk audit;
    private final Tx tx;

    PushBook(PushBookRows rows, PushDesk pushes, AuditDesk audit, Tx tx) {
        this.rows = rows;
        this.pushes = pushes;
        this.audit = audit;
        this.tx = tx;
    }

    /**
     * The newest {@value #PAGE} of a state, older than {@code before}.
     *
     * @param before id of the last one of the page before; {@link Long#MAX_VALUE} for the first page
     */
    public List<Line> list(Caller.Admin caller, State state, long before) {
        return rows.list(scope(caller), state.name(), before, PAGE).stream()
                .map(PushLineRow::line)
                .toList();
    }

    /** How many of each kind are in each state. */
    public List<Count> counts(Caller.Admin caller) {
        return rows.counts(scope(caller));
    }

    /** Puts what could not be sent back into the queue. False when there is no such push for the caller. */
    public boolean resend(Caller.Admin caller, long id) {
        return tx.write(() -> {
            boolean done = rows.dead(scope(caller), id) == 1 && pushes.resend(id);
            if (done) {
                audit.append(caller.actor(), "push.resent", "push", id, null);
            }
            return done;
        });
    }

    /** The same for all the caller sees, newest first, at most 1 000; the answer is how many. */
    public int resendAll(Caller.Admin caller) {
        int all = 0;
        for (int page = 0; page < 20; page++) {
            List<Line> some = list(caller, State.DEAD, Long.MAX_VALUE);
            all += (int) some.stream().filter(line -> resend(caller, line.id())).count();
            if (some.size() < PAGE) {
                return all;
            }
        }
        return all;
    }

    /** The root sees what belongs to no organisation as well: null. */
    private static String scope(Caller.Admin caller) {
        return caller.organisation().parentId() == null
                ? null
                : caller.organisation().path() + '%';
    }

    /** WAITING is what will go by itself, tried already or not. */
    public enum State {
        WAITING,
        DEAD
    }

    public record Count(PushKind kind, State state, int count) {}

    /**
     * @param place the branch or organisation it is about; null when it is about none
     * @param why it did not go, in the platforms' codes
     * @param next when it is tried; of a dead one, when it was given up
     */
    public record Line(long id, PushKind kind, String place, int attempts, String why, Instant made, Instant next) {}
}
