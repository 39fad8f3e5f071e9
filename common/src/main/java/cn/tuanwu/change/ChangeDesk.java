package cn.tuanwu.change;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Superiors;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.NewOrganisation;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Where admins change the tree. Below their own organisation they do it at once; what concerns a superior is asked of it:
 * one's own name, and whatever leaves one superior for another (the old one agrees, then the new one).
 */
@Service
public class ChangeDesk {
    private static final Refusal OWN = Refusal.of("OWN_ORGANISATION", "不能撤销自己所在的组织，请联系上级办理。");

    private final ChangeRows rows;
    private final Changes changes;
    private final TreeDesk tree;
    private final OrgDesk organisations;
    private final Superiors superiors;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    ChangeDesk(
            ChangeRows rows,
            Changes changes,
            TreeDesk tree,
            OrgDesk organisations,
            Superiors superiors,
            AuditDesk audit,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.changes = changes;
        this.tree = tree;
        this.organisations = organisations;
        this.superiors = superiors;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** Refused with ORGANISATION_UNKNOWN outside the caller's subtree, or as {@link TreeDesk#create} is. */
    public Outcome<Organisation> create(Caller.Admin caller, long parentId, NewOrganisation wish) {
        return within(caller, parentId).isEmpty()
                ? Outcome.refused(Changes.UNKNOWN)
                : tree.create(caller.actor(), parentId, wish);
    }

    /** Refused with ORGANISATION_UNKNOWN outside the caller's subtree, OWN_ORGANISATION, or as {@link TreeDesk#close} is. */
    public Outcome<Organisation> close(Caller.Admin caller, long id) {
        if (within(caller, id).isEmpty()) {
            return Outcome.refused(Changes.UNKNOWN);
        }
        return id == caller.organisation().id() ? Outcome.refused(OWN) : tree.close(caller.actor(), id);
    }

    /** @param reason needed when a superior has to agree */
    public Outcome<Result> rename(Caller.Admin caller, long id, String name, String shortName, String reason) {
        Optional<Organisation> renamed = within(caller, id);
        if (renamed.isEmpty()) {
            return Outcome.refused(Changes.UNKNOWN);
        }
        Optional<Organisation> superior =
                id == caller.organisation().id() ? superiors.above(renamed.get()) : Optional.empty();
        if (superior.isEmpty()) {
            return tree.rename(caller.actor(), id, name, shortName).map(Result::done);
        }
        Optional<Refusal> refusal = tree.whyNotRename(renamed.get(), Changes.strip(name), Changes.strip(shortName));
        ChangeRow row = row(caller, Change.Kind.RENAME, renamed.get(), null);
        row.name = Changes.strip(name);
        row.shortName = Changes.strip(shortName);
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : ask(caller, row, superior.stream().toList(), reason);
    }

    /**
     * Whoever has an organisation, or is it, begins; the other side is asked. Refused with ORGANISATION_UNKNOWN when it is
     * not of the caller's subtree, or as {@link TreeDesk#move} is.
     */
    public Outcome<Result> move(Caller.Admin caller, long id, long targetId, String reason) {
        return pair(caller, id, targetId, (moved, target) -> {
            Organisation own = caller.organisation();
            if (moved.isBelow(own) && target.isWithin(own)) {
                return tree.move(caller.actor(), id, targetId).map(Result::done);
            }
            Optional<Refusal> refusal = tree.whyNotMove(moved, target);
            return refusal.isPresent()
                    ? Outcome.refused(refusal.get())
                    : ask(
                            caller,
                            row(caller, Change.Kind.MOVE, moved, target),
                            sides(caller, moved, superiors.at(target)),
                            reason);
        });
    }

    /** As {@link #move}; refused as {@link TreeDesk#merge} is. */
    public Outcome<Result> merge(Caller.Admin caller, long fromId, long intoId, String reason) {
        return pair(caller, fromId, intoId, (from, into) -> {
            Organisation own = caller.organisation();
            if (from.isBelow(own) && into.isWithin(own)) {
                return tree.merge(caller.actor(), fromId, intoId).map(Result::done);
            }
            Optional<Refusal> refusal = tree.whyNotMerge(from, into);
            Organisation newSide = superiors.above(into).orElse(into);
            return refusal.isPresent()
                    ? Outcome.refused(refusal.get())
                    : ask(caller, row(caller, Change.Kind.MERGE, from, into), sides(caller, from, newSide), reason);
        });
    }

    /** The superiors that still have to agree: a side the caller stands above has agreed by asking. */
    private List<Organisation> sides(Caller.Admin caller, Organisation leaving, Organisation newSide) {
        return Stream.concat(superiors.above(leaving).stream(), Stream.of(newSide))
                .distinct()
                .filter(side -> !side.isWithin(caller.organisation()))
                .toList();
    }

    private Outcome<Result> ask(Caller.Admin caller, ChangeRow row, List<Organisation> deciders, String typedReason) {
        row.reason = Changes.strip(typedReason);
        Optional<Refusal> refusal = Changes.reason("reason", row.reason);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        row.deciderId = deciders.get(0).id();
        row.thenDeciderId = deciders.size() > 1 ? deciders.get(1).id() : null;
        try {
            return tx.write(() -> {
                rows.insert(row);
                audit.append(caller.actor(), "change.asked", "organisation", row.organisationId, row.kind.name());
                return Outcome.done(Result.asked(changes.find(row.id)));
            });
        } catch (DuplicateKeyException e) {
            return Outcome.refused(Refusal.of("CHANGE_PENDING", "这个组织已有一项变更在等待审批，请先办结或撤回。"));
        }
    }

    private ChangeRow row(Caller.Admin caller, Change.Kind kind, Organisation organisation, Organisation target) {
        ChangeRow row = new ChangeRow();
        row.id = ids.next();
        row.kind = kind;
        row.organisationId = organisation.id();
        row.targetId = target == null ? null : target.id();
        row.askedFrom = caller.organisation().id();
        row.askedBy = caller.seat().name();
        row.askedAt = clock.instant();
        return row;
    }

    private Outcome<Result> pair(Caller.Admin caller, long id, long otherId, Deed deed) {
        Optional<Organisation> one = within(caller, id).filter(Organisation::open);
        Optional<Organisation> other = organisations.find(otherId).filter(Organisation::open);
        return one.isEmpty() || other.isEmpty() ? Outcome.refused(Changes.UNKNOWN) : deed.with(one.get(), other.get());
    }

    private Optional<Organisation> within(Caller.Admin caller, long id) {
        return organisations.find(id).filter(found -> found.isWithin(caller.organisation()));
    }

    private interface Deed {
        Outcome<Result> with(Organisation one, Organisation other);
    }

    /** One of the two: it is done, or it is asked. */
    public record Result(Organisation done, Change asked) {
        static Result done(Organisation done) {
            return new Result(done, null);
        }

        static Result asked(Change asked) {
            return new Result(null, asked);
        }
    }
}
