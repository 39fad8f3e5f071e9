package cn.tuanwu.ceremony;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes a new record: it, its oaths and its pictures together, or nothing. */
@Component
class CeremonyRecording {
    static final Refusal ORGANISATION_UNKNOWN = Refusal.at("organisationId", "ORGANISATION_UNKNOWN", "没有找到这个组织。");
    private static final Refusal CLOSED = Refusal.at("organisationId", "ORGANISATION_CLOSED", "该组织已撤销，不能再录入新的入团仪式。");

    private final CeremonyRows rows;
    private final OathRows oaths;
    private final OathRules rules;
    private final CeremonyPictures pictures;
    private final CeremonyLines lines;
    private final OathLines oathLines;
    private final CeremonyShelf shelf;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    CeremonyRecording(
            CeremonyRows rows,
            OathRows oaths,
            OathRules rules,
            CeremonyPictures pictures,
            CeremonyLines lines,
            OathLines oathLines,
            CeremonyShelf shelf,
            OrgDesk organisations,
            AuditDesk audit,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.oaths = oaths;
        this.rules = rules;
        this.pictures = pictures;
        this.lines = lines;
        this.oathLines = oathLines;
        this.shelf = shelf;
        this.organisations = organisations;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    Outcome<Ceremony> record(CeremonyReach reach, Wish typed) {
        Wish wish = typed.tidy();
        return tx.write(() -> {
            Optional<Organisation> place = Optional.ofNullable(wish.organisation())
                    .flatMap(organisations::find)
                    .filter(reach::holds);
            if (wish.organisation() != null && place.isEmpty()) {
                return Outcome.refused(ORGANISATION_UNKNOWN);
            }
            // Without a place nobody can be there: what else is wrong is told, and this.
            Organisation where = place.orElseGet(
                    () -> reach.roots().isEmpty() ? null : reach.roots().get(0));
            if (where == null) {
                return Outcome.refused(ORGANISATION_UNKNOWN);
            }
            Optional<Organisation> held = organisations.hold(where.id());
            Outcome<List<NewMemberRow>> members = rules.hold(reach, where, wish.heldAt(), wish.registrations(), 0);
            List<Refusal> faults = WishRules.faults(wish, clock.instant());
            if (place.isEmpty()) {
                faults.add(0, Refusal.at("organisationId", "REQUIRED", "请选择举办仪式的组织。"));
            } else if (held.filter(there -> there.id() == where.id()).isEmpty()) {
                faults.add(0, CLOSED);
            }
            Optional<List<Refusal>> refused = CeremonyFaults.of(members, faults);
            return refused.isPresent() ? Outcome.refused(refused.get()) : settle(reach, held.orElseThrow(), wish);
        });
    }

    private Outcome<Ceremony> settle(CeremonyReach reach, Organisation organisation, Wish wish) {
        CeremonyRow row = new CeremonyRow();
        row.id = ids.next();
        row.organisationId = organisation.id();
        row.take(wish);
        row.recordedBy = reach.actor();
        row.recordedName = reach.name();
        row.recordedAt = clock.instant();
        rows.insert(row);
        Optional<Refusal> gone = pictures.arrange(row.id, reach.actor(), wish.photos());
        if (gone.isPresent()) {
            return Outcome.refused(gone.get());
        }
        oaths.insert(wish.registrations(), row.id);
        oathLines.mark(wish.registrations(), true);
        lines.add(row.id, organisation, row.heldAt, wish.registrations().size());
        shelf.step(row.id, Ceremony.What.RECORDED, reach, List.of());
        audit.append(
                reach.actor(),
                "ceremony.recorded",
                "ceremony",
                row.id,
                "members:" + wish.registrations().size());
        return Outcome.done(shelf.find(row.id).orElseThrow());
    }
}
