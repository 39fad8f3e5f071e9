package cn.tuanwu.leaving;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.registration.Departure;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends a wish that nobody agreed to. Joins the transaction of the cause. */
@Component
class LeavingEnds {
    static final String NOBODY = "系统";

    private final LeavingRows rows;
    private final LeavingBook book;
    private final LeavingPushes pushes;
    private final Departure departure;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeavingEnds(
            LeavingRows rows,
            LeavingBook book,
            LeavingPushes pushes,
            Departure departure,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.book = book;
        this.pushes = pushes;
        this.departure = departure;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refused with LEAVING_MOVED_ON when it is over already. Publishes {@link Leaving.Ended} unless it was decided.
     *
     * @param by a name; null: the member
     */
    Outcome<Leaving> end(long id, Leaving.State state, String actor, String by, String reason) {
        LeavingRow row = rows.find(id);
        departure.lock(row.registrationId);
        if (rows.end(row, state, clock.instant(), by, reason) == 0) {
            return Outcome.refused(Leaving.MOVED_ON);
        }
        departure.release(row.registrationId, by, row.kind.label() + state.label() + "：" + reason);
        audit.append(actor, "leaving." + state.name().toLowerCase(Locale.ROOT), "leaving", id, row.kind.name());
        if (state != Leaving.State.WITHDRAWN) {
            pushes.tell(id);
        }
        if (state != Leaving.State.RETURNED) {
            events.publishEvent(new Leaving.Ended(id));
        }
        return Outcome.done(book.find(id).orElseThrow());
    }
}
