package cn.tuanwu.ceremony;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Changes and deletes a record: by who recorded it, or an admin of its organisation or above, about the version they saw. */
@Component
class CeremonyChanging {
    private final CeremonyRows rows;
    private final OathRows oaths;
    private final CeremonyPhotoRows photos;
    private final OathRules rules;
    private final CeremonyPictures pictures;
    private final CeremonyLines lines;
    private final OathLines oathLines;
    private final CeremonyShelf shelf;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    CeremonyChanging(
            CeremonyRows rows,
            OathRows oaths,
            CeremonyPhotoRows photos,
            OathRules rules,
            CeremonyPictures pictures,
            CeremonyLines lines,
            OathLines oathLines,
            CeremonyShelf shelf,
            OrgDesk organisations,
            AuditDesk audit,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.oaths = oaths;
        this.photos = photos;
        this.rules = rules;
        this.pictures = pictures;
        this.lines = lines;
        this.oathLines = oathLines;
        this.shelf = shelf;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    /** What the wish names and is not the caller's does not exist, before anything else is said. */
    Outcome<Ceremony> change(CeremonyReach reach, long id, int version, Wish typed) {
        Wish wish = typed.tidy();
        return tx.write(() -> {
            organisations.holdTree();
            CeremonyRow row = seen(reach, id);
            if (row == null) {
                return Outcome.refused(Ceremony.UNKNOWN);
            }
            if (wish.organisation() != null
                    && organisations
                            .find(wish.organisation())
                            .filter(reach::holds)
                            .isEmpty()) {
                return Outcome.refused(CeremonyRecording.ORGANISATION_UNKNOWN);
            }
            Organisation organisation = organisations.find(row.organisationId).orElseThrow();
            Outcome<List<NewMemberRow>> members =
                    rules.hold(reach, organisation, wish.heldAt(), wish.registrations(), id);
            if (members instanceof Outcome.Refused<List<NewMemberRow>> refused
                    && refused.first().field() == null) {
                return Outcome.refused(refused.refusals());
            }
            Optional<List<Refusal>> faults = whyNot(reach, row, version)
                    .map(List::of)
                    .or(() -> CeremonyFaults.of(members, WishRules.faults(wish, clock.instant())));
            return faults.isPresent() ? Outcome.refused(faults.get()) : settle(reach, row, wish);
        });
    }

    Outcome<Ceremony> delete(CeremonyReach reach, long id, int version) {
        return tx.write(() -> {
            organisations.holdTree();
            CeremonyRow row = seen(reach, id);
            Optional<Refusal> refusal = row == null ? Optional.of(Ceremony.UNKNOWN) : whyNot(reach, row, version);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            Ceremony deleted = shelf.find(id).orElseThrow();
            if (rows.delete(id, version) == 0) {
                return Outcome.refused(Ceremony.MOVED_ON);
            }
            release(id, oaths.ids(id));
            pictures.arrange(id, reach.actor(), List.of());
            lines.remove(id);
            shelf.step(id, Ceremony.What.DELETED, reach, List.of());
            audit.append(reach.actor(), "ceremony.deleted", "ceremony", id, "members:" + deleted.oaths());
            return Outcome.done(deleted);
        });
    }

    private Outcome<Ceremony> settle(CeremonyReach reach, CeremonyRow row, Wish wish) {
        List<Long> before = oaths.ids(row.id);
        List<Ceremony.Change> changes = CeremonyDifferences.between(row, before, photos.of(row.id), wish);
        if (changes.isEmpty()) {
            return Outcome.done(shelf.find(row.id).orElseThrow());
        }
        int version = row.version;
        row.take(wish);
        if (rows.change(row, version) == 0) {
            return Outcome.refused(Ceremony.MOVED_ON);
        }
        Optional<Refusal> gone = pictures.arrange(row.id, reach.actor(), wish.photos());
        if (gone.isPresent()) {
            return Outcome.refused(gone.get());
        }
        release(row.id, without(before, wish.registrations()));
        List<Long> added = without(wish.registrations(), before);
        if (!added.isEmpty()) {
            oaths.insert(added, row.id);
            oathLines.mark(added, true);
        }
        lines.change(row.id, row.heldAt, wish.registrations().size());
        shelf.step(row.id, Ceremony.What.CHANGED, reach, changes);
        audit.append(reach.actor(), "ceremony.changed", "ceremony", row.id, "fields:" + changes.size());
        return Outcome.done(shelf.find(row.id).orElseThrow());
    }

    private void release(long ceremony, List<Long> members) {
        if (!members.isEmpty()) {
            oaths.lock(members);
            oaths.remove(members, ceremony);
            oathLines.mark(members, false);
        }
    }

    /** Held until the transaction ends; null when it is not the caller's to see. */
    private CeremonyRow seen(CeremonyReach reach, long id) {
        CeremonyRow row = rows.lock(id) == null ? null : rows.find(id);
        return row != null
                        && organisations
                                .find(row.organisationId)
                                .filter(reach::holds)
                                .isPresent()
                ? row
                : null;
    }

    private Optional<Refusal> whyNot(CeremonyReach reach, CeremonyRow row, int version) {
        if (!reach.mayChange(
                row.recordedBy, organisations.find(row.organisationId).orElseThrow())) {
            return Optional.of(Ceremony.NOT_YOURS);
        }
        return row.version == version ? Optional.empty() : Optional.of(Ceremony.MOVED_ON);
    }

    private static List<Long> without(List<Long> these, List<Long> those) {
        return these.stream().filter(one -> !those.contains(one)).toList();
    }
}
