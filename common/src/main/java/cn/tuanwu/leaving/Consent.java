package cn.tuanwu.leaving;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Departure;
import cn.tuanwu.registration.Departure.Standing;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Carries out what review decided about a wish, in review's transaction. */
@Service
public class Consent {
    private final LeavingRows rows;
    private final LeavingBook book;
    private final LeavingEnds ends;
    private final LeavingPushes pushes;
    private final LeavingRules judging;
    private final CarryingOut carryingOut;
    private final LeavingStart starting;
    private final Departure departure;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consent(
            LeavingRows rows,
            LeavingBook book,
            LeavingEnds ends,
            LeavingPushes pushes,
            LeavingRules judging,
            CarryingOut carryingOut,
            LeavingStart starting,
            Departure departure,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.book = book;
        this.ends = ends;
        this.pushes = pushes;
        this.judging = judging;
        this.carryingOut = carryingOut;
        this.starting = starting;
        this.departure = departure;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The branch agrees, and its superior is asked; or the superior confirms, and it happens. Refused with LEAVING_MOVED_ON,
     * LEAVING_BRANCH_CLOSED; with LEAVING_DUTY when the member took up a duty meanwhile. Publishes {@link Leaving.Waits}
     * when somebody else is asked next.
     */
    public Outcome<Leaving> agree(long id, String actor, String by) {
        LeavingRow row = rows.find(id);
        if (row == null || !row.state.isOpen()) {
            return Outcome.refused(Leaving.MOVED_ON);
        }
        Optional<Standing> standing = departure.lock(row.registrationId);
        if (standing.isEmpty()) {
            return Outcome.refused(Leaving.MOVED_ON);
        }
        return row.state == Leaving.State.BRANCH
                ? pass(row, standing.get(), actor, by)
                : confirm(row, standing.get(), actor, by);
    }

    /** The record stays as it was; everybody reads why. Refused with LEAVING_MOVED_ON. */
    public Outcome<Leaving> sendBack(long id, String actor, String by, String reason) {
        return ends.end(id, Leaving.State.RETURNED, actor, by, reason);
    }

    /** kind:id of who asked for it; they don't confirm it as well. */
    public Optional<String> askedBy(long id) {
        return Optional.ofNullable(rows.find(id)).map(row -> row.startedBy);
    }

    private Outcome<Leaving> pass(LeavingRow row, Standing standing, String actor, String by) {
        Organisation above = starting.above(standing.branch());
        if (rows.pass(row, above.id(), by, clock.instant()) == 0) {
            return Outcome.refused(Leaving.MOVED_ON);
        }
        audit.append(actor, "leaving.agreed", "leaving", row.id, row.kind.name());
        events.publishEvent(new Leaving.Waits(row.id, row.registrationId, above));
        return Outcome.done(book.find(row.id).orElseThrow());
    }

    private Outcome<Leaving> confirm(LeavingRow row, Standing standing, String actor, String by) {
        Optional<Refusal> refusal = judging.atLast(row.kind, standing);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (rows.end(row, Leaving.State.DONE, clock.instant(), by, null) == 0) {
            return Outcome.refused(Leaving.MOVED_ON);
        }
        audit.append(actor, "leaving.done", "leaving", row.id, row.kind.name());
        Outcome<Boolean> carriedOut = carryingOut.carryOut(standing, row.kind, row.cause, actor, by);
        pushes.tell(row.id);
        return carriedOut.map(done -> book.find(row.id).orElseThrow());
    }
}
