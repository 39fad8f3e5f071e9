package cn.tuanwu.change;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where superiors decide what they were asked for. Of several decisions one wins; with the last agreement it is done. */
@Service
public class RequestDesk {
    private static final int PAGE = 50;
    private static final Refusal UNKNOWN = Refusal.of("CHANGE_UNKNOWN", "没有找到这项变更申请。");

    private final ChangeRows rows;
    private final Changes changes;
    private final TreeDesk tree;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    RequestDesk(
            ChangeRows rows,
            Changes changes,
            TreeDesk tree,
            OrgDesk organisations,
            AuditDesk audit,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.changes = changes;
        this.tree = tree;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    /** What waits for the caller's organisation or one below it, newest first. */
    public Page toDecide(Caller.Admin caller, Long before) {
        return page(rows.toDecide(caller.organisation().path() + '%', from(before), PAGE + 1));
    }

    /** What the caller's organisation asked for, newest first. */
    public Page asked(Caller.Admin caller, Long before) {
        return page(rows.asked(caller.organisation().id(), from(before), PAGE + 1));
    }

    /**
     * Hands it on to the new superior, or does it. Refused with CHANGE_UNKNOWN, CHANGE_DECIDED, or with what stands in the
     * way in the tree by now.
     */
    public Outcome<Change> agree(Caller.Admin caller, long id) {
        return tx.write(() -> {
            ChangeRow row = rows.find(id);
            if (!mayDecide(caller, row)) {
                return Outcome.refused(UNKNOWN);
            }
            audit.append(caller.actor(), "change.agreed", "organisation", row.organisationId, row.kind.name());
            boolean last = row.thenDeciderId == null || isWithin(caller, row.thenDeciderId);
            if (!last) {
                return rows.handOn(id, row.version, caller.seat().name(), clock.instant()) == 0
                        ? Outcome.refused(late(id))
                        : Outcome.done(changes.find(id));
            }
            return end(caller, row, Change.State.DONE, null) == 0 ? Outcome.refused(late(id)) : apply(caller, row);
        });
    }

    /** Refused with CHANGE_UNKNOWN, CHANGE_DECIDED, REASON_MISSING, TOO_LONG. */
    public Outcome<Change> refuse(Caller.Admin caller, long id, String typedReason) {
        String reason = Changes.strip(typedReason);
        Optional<Refusal> refusal = Changes.reason("reason", reason);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return tx.write(() -> {
            ChangeRow row = rows.find(id);
            if (!mayDecide(caller, row)) {
                return Outcome.refused(UNKNOWN);
            }
            if (end(caller, row, Change.State.REFUSED, reason) == 0) {
                return Outcome.refused(late(id));
            }
            audit.append(caller.actor(), "change.refused", "organisation", row.organisationId, row.kind.name());
            return Outcome.done(changes.find(id));
        });
    }

    /** By the organisation that asked, or one above it. Refused with CHANGE_UNKNOWN, CHANGE_DECIDED. */
    public Outcome<Change> withdraw(Caller.Admin caller, long id) {
        return tx.write(() -> {
            ChangeRow row = rows.find(id);
            if (row == null || !isWithin(caller, row.askedFrom)) {
                return Outcome.refused(UNKNOWN);
            }
            if (end(caller, row, Change.State.WITHDRAWN, null) == 0) {
                return Outcome.refused(late(id));
            }
            audit.append(caller.actor(), "change.withdrawn", "organisation", row.organisationId, row.kind.name());
            return Outcome.done(changes.find(id));
        });
    }

    private int end(Caller.Admin caller, ChangeRow row, Change.State state, String note) {
        return rows.end(row.id, row.version, state, caller.seat().name(), clock.instant(), note);
    }

    private Outcome<Change> apply(Caller.Admin caller, ChangeRow row) {
        Outcome<Organisation> done =
                switch (row.kind) {
                    case RENAME -> tree.rename(caller.actor(), row.organisationId, row.name, row.shortName);
                    case MOVE -> tree.move(caller.actor(), row.organisationId, row.targetId);
                    case MERGE -> tree.merge(caller.actor(), row.organisationId, row.targetId);
                };
        return done.map(organisation -> changes.find(row.id));
    }

    /** Of what is over as well: who comes too late hears how it ended. */
    private boolean mayDecide(Caller.Admin caller, ChangeRow row) {
        return row != null && isWithin(caller, row.deciderId);
    }

    private Refusal late(long id) {
        return Refusal.of("CHANGE_DECIDED", changes.find(id).verdict(clock.instant()));
    }

    private boolean isWithin(Caller.Admin caller, long id) {
        return organisations.find(id).orElseThrow().isWithin(caller.organisation());
    }

    private Page page(List<ChangeRow> found) {
        List<Change> page = found.stream().limit(PAGE).map(changes::change).toList();
        return new Page(page, found.size() > PAGE ? page.get(PAGE - 1).id() : null);
    }

    private static long from(Long before) {
        return before == null ? Long.MAX_VALUE : before;
    }

    /** @param next what comes after the page, null when nothing does */
    public record Page(List<Change> changes, Long next) {}
}
