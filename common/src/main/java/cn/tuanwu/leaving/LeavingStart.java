package cn.tuanwu.leaving;

import cn.tuanwu.access.Superiors;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Departure;
import cn.tuanwu.registration.Departure.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Begins a wish: judged, the record held still, the branch or its superior asked. */
@Component
class LeavingStart {
    private final LeavingRows rows;
    private final LeavingBook book;
    private final LeavingRules judging;
    private final Departure departure;
    private final Superiors superiors;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    LeavingStart(
            LeavingRows rows,
            LeavingBook book,
            LeavingRules judging,
            Departure departure,
            Superiors superiors,
            OrgDesk organisations,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.book = book;
        this.judging = judging;
        this.departure = departure;
        this.superiors = superiors;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** @param member asked anew each time the transaction runs */
    Outcome<Leaving> start(Voice voice, Leaving.Side side, Supplier<Optional<Standing>> member, Wish wish) {
        List<Refusal> faults = wish.faults();
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        try {
            return tx.write(() -> once(voice, side, member.get(), wish));
        } catch (DuplicateKeyException another) {
            return Outcome.refused(Departure.OPEN);
        }
    }

    private Outcome<Leaving> once(Voice voice, Leaving.Side side, Optional<Standing> member, Wish wish) {
        Optional<Refusal> refusal = judging.refusal(side, member, wish.kind());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Standing standing = member.orElseThrow();
        if (!departure.begin(standing, voice.name(), wish.kind().label())) {
            return Outcome.refused(Leaving.MOVED_ON);
        }
        LeavingRow row = row(voice, side, standing, wish);
        rows.insert(row);
        audit.append(voice.actor(), "leaving.started", "leaving", row.id, row.kind.name());
        Leaving begun = book.leaving(rows.find(row.id));
        events.publishEvent(new Leaving.Waits(row.id, row.registrationId, begun.asked()));
        return Outcome.done(begun);
    }

    private LeavingRow row(Voice voice, Leaving.Side side, Standing standing, Wish wish) {
        Instant now = clock.instant();
        boolean agreed = side == Leaving.Side.BRANCH;
        LeavingRow row = new LeavingRow();
        row.id = ids.next();
        row.registrationId = standing.registrationId();
        row.accountId = standing.accountId();
        row.branchId = standing.branch().id();
        row.kind = wish.kind();
        row.cause = wish.readCause();
        book.seal(row, Wish.strip(wish.words()), Wish.strip(wish.evidence()));
        row.state = agreed ? Leaving.State.SUPERIOR : Leaving.State.BRANCH;
        row.startedSide = side;
        row.startedBy = voice.actor();
        row.startedName = voice.name();
        row.startedAt = now;
        row.askedId = (agreed ? above(standing.branch()) : standing.branch()).id();
        row.agreedName = agreed ? voice.name() : null;
        row.agreedAt = agreed ? now : null;
        return row;
    }

    /** Who confirms; of a branch that was merged or closed, whoever answers for where it stood. */
    Organisation above(Organisation branch) {
        Organisation now = organisations.hold(branch.id()).orElse(branch);
        return superiors.above(now).orElse(now);
    }
}
