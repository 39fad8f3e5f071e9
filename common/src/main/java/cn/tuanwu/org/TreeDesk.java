package cn.tuanwu.org;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * Changes the tree, one change at a time: everybody takes the turn first and then reads what to change. Whether the caller
 * may is not asked here but in the room of changes; {@code actor} is for the audit.
 */
@Service
public class TreeDesk {
    private final TreeRows rows;
    private final TreeRules rules;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Tx tx;

    TreeDesk(
            TreeRows rows,
            TreeRules rules,
            OrgDesk organisations,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Ids ids,
            Tx tx) {
        this.rows = rows;
        this.rules = rules;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.tx = tx;
    }

    /** Refused beside the field with REQUIRED, TOO_LONG, FORMAT_INVALID, ORGANISATION_NAME_TAKEN, ORGANISATION_CODE_TAKEN, KIND_MISPLACED. */
    public Outcome<Organisation> create(String actor, long parentId, NewOrganisation wish) {
        try {
            return tx.write(() -> inTurn(() -> insert(actor, get(parentId), wish)));
        } catch (DuplicateKeyException e) {
            return Outcome.refused(Refusal.at("code", "ORGANISATION_CODE_TAKEN", "这个组织代码已被使用。"));
        }
    }

    private Outcome<Organisation> insert(String actor, Organisation parent, NewOrganisation wish) {
        long id = ids.next();
        String path = TreeRules.below(parent, id);
        Optional<Refusal> refusal = rules.place(parent, wish.kind())
                .or(() -> rules.name(parent.id(), id, wish.name(), wish.shortName()))
                .or(() -> rules.code(wish.code()))
                .or(() -> rules.depth(path));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        String initials = Initials.of(wish.shortName());
        rows.insert(id, parent.id(), wish.kind(), wish.name(), wish.shortName(), wish.code(), initials, path);
        audit.append(actor, "organisation.created", "organisation", id, null);
        return Outcome.done(get(id));
    }

    /** Refused as {@link #create} refuses a name, or with ORGANISATION_CLOSED. */
    public Outcome<Organisation> rename(String actor, long id, String typedName, String typedShortName) {
        String name = NewOrganisation.strip(typedName);
        String shortName = NewOrganisation.strip(typedShortName);
        return tx.write(() -> inTurn(() -> {
            Optional<Refusal> refusal = whyNotRename(get(id), name, shortName);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            rows.rename(id, name, shortName, Initials.of(shortName));
            audit.append(actor, "organisation.renamed", "organisation", id, null);
            return Outcome.done(get(id));
        }));
    }

    /** What stands in the way of a name now. */
    public Optional<Refusal> whyNotRename(Organisation renamed, String name, String shortName) {
        return renamed.open()
                ? rules.name(renamed.parentId(), renamed.id(), name, shortName)
                : Optional.of(TreeRules.CLOSED);
    }

    /**
     * Takes an organisation with everything below it under another. Refused with MOVE_UNDER_ITSELF, ALREADY_THERE,
     * KIND_MISPLACED, ORGANISATION_NAME_TAKEN, TREE_TOO_DEEP, ORGANISATION_CLOSED. Publishes {@link OrganisationMoved}.
     */
    public Outcome<Organisation> move(String actor, long id, long targetId) {
        return tx.write(() -> inTurn(() -> {
            Organisation moved = get(id);
            Organisation target = get(targetId);
            Optional<Refusal> refusal = rules.move(moved, target);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            String path = TreeRules.below(target, id);
            asRead(rows.relocate(id, targetId, moved.path(), path));
            rows.carry(moved.path(), path);
            audit.append(actor, "organisation.moved", "organisation", id, "under:" + targetId);
            Organisation there = get(id);
            events.publishEvent(new OrganisationMoved(there, moved.path()));
            return Outcome.done(there);
        }));
    }

    public Optional<Refusal> whyNotMove(Organisation moved, Organisation target) {
        return rules.move(moved, target);
    }

    /**
     * Everything of one organisation becomes another's, and the first is closed. Refused with MERGE_INTO_ITSELF,
     * MERGE_KINDS, ORGANISATION_NOT_EMPTY, ORGANISATION_CLOSED. Publishes {@link BranchMerged} of a branch, then
     * {@link OrganisationClosed}.
     */
    public Outcome<Organisation> merge(String actor, long fromId, long intoId) {
        return tx.write(() -> inTurn(() -> {
            Organisation from = get(fromId);
            Organisation into = get(intoId);
            Optional<Refusal> refusal = rules.merge(from, into);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            asRead(rows.close(fromId, from.path(), intoId));
            audit.append(actor, "organisation.merged", "organisation", fromId, "into:" + intoId);
            if (from.isBranch()) {
                events.publishEvent(new BranchMerged(get(fromId), into));
            }
            events.publishEvent(new OrganisationClosed(get(fromId)));
            return Outcome.done(into);
        }));
    }

    public Optional<Refusal> whyNotMerge(Organisation from, Organisation into) {
        return rules.merge(from, into);
    }

    /** Refused with ORGANISATION_NOT_EMPTY, saying what is still there, or ORGANISATION_CLOSED. Publishes {@link OrganisationClosed}. */
    public Outcome<Organisation> close(String actor, long id) {
        return tx.write(() -> inTurn(() -> {
            Organisation closed = get(id);
            if (!closed.open()) {
                return Outcome.refused(TreeRules.CLOSED);
            }
            // First, so that nobody comes in while the others are asked what is there.
            asRead(rows.close(id, closed.path(), null));
            Optional<Refusal> refusal = rules.close(closed);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            audit.append(actor, "organisation.closed", "organisation", id, null);
            events.publishEvent(new OrganisationClosed(get(id)));
            return Outcome.done(get(id));
        }));
    }

    /** What stands in an organisation, for people ("3 名团员"); empty when nothing does. */
    public String standingIn(Organisation organisation) {
        return rules.standingIn(organisation);
    }

    private <T> Outcome<T> inTurn(Supplier<Outcome<T>> change) {
        rows.takeTurn();
        return change.get();
    }

    private Organisation get(long id) {
        return organisations.find(id).orElseThrow();
    }

    private static void asRead(int changed) {
        if (changed == 0) {
            throw new OptimisticLockingFailureException("the organisation is not as it was read");
        }
    }

    /** It stands elsewhere, with everything below it; told in the transaction of the move. */
    public record OrganisationMoved(Organisation organisation, String oldPath) {
        public Shift shift() {
            return Shift.of(organisation.id(), oldPath, organisation.path());
        }
    }

    /** What belonged to the one belongs to the other; told in the transaction of the merging. */
    public record BranchMerged(Organisation from, Organisation into) {
        /** Of everybody who stood in the one. */
        public Shift shift() {
            return Shift.of(from.id(), from.path(), into.path());
        }
    }

    /** Nothing new happens there; told in the transaction of the closing. */
    public record OrganisationClosed(Organisation organisation) {}
}
