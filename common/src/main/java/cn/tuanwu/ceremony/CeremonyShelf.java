package cn.tuanwu.ceremony;

import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.PersonName;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads records as others may see them, and keeps what happened to each. */
@Component
class CeremonyShelf {
    private final CeremonyRows rows;
    private final OathRows oaths;
    private final OrgDesk organisations;
    private final Seal seal;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    CeremonyShelf(
            CeremonyRows rows,
            OathRows oaths,
            OrgDesk organisations,
            Seal seal,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.oaths = oaths;
        this.organisations = organisations;
        this.seal = seal;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Ceremony> find(long id) {
        return Optional.ofNullable(rows.find(id)).map(this::ceremony);
    }

    Optional<Ceremony> find(CeremonyReach reach, long id) {
        return find(id).filter(ceremony -> reach.holds(ceremony.organisation()));
    }

    List<Ceremony> all(List<CeremonyRow> found) {
        Map<Long, Organisation> known = new HashMap<>();
        return found.stream()
                .map(row -> ceremony(row, known.computeIfAbsent(row.organisationId, this::organisation)))
                .toList();
    }

    /** Who took the oath there, where they are now. */
    List<Ceremony.Sworn> members(CeremonyReach reach, long ceremony) {
        Map<Long, Organisation> known = new HashMap<>();
        return oaths.of(ceremony).stream()
                .map(row -> new Ceremony.Sworn(
                        row.id,
                        reach.onPhone() ? new PersonName(row.name).masked() : row.name,
                        row.phoneSealed == null ? null : phone(row).masked(),
                        row.branchId == null ? null : known.computeIfAbsent(row.branchId, this::organisation),
                        row.joinMonth))
                .toList();
    }

    List<Ceremony.Step> history(long ceremony) {
        return rows.steps(ceremony).stream()
                .map(step -> new Ceremony.Step(
                        step.at(),
                        step.what(),
                        step.who(),
                        step.changes() == null
                                ? List.of()
                                : List.of(json.readValue(step.changes(), Ceremony.Change[].class))))
                .toList();
    }

    /** Joins the transaction. */
    void step(long ceremony, Ceremony.What what, CeremonyReach reach, List<Ceremony.Change> changes) {
        String kept = changes.isEmpty() ? null : json.writeValueAsString(changes);
        rows.step(ids.next(), ceremony, clock.instant(), what, reach.name(), kept);
    }

    private Ceremony ceremony(CeremonyRow row) {
        return ceremony(row, organisation(row.organisationId));
    }

    private Organisation organisation(long id) {
        return organisations.find(id).orElseThrow();
    }

    private Phone phone(NewMemberRow row) {
        return new Phone(seal.open(new Seal.Place("account", "phone", row.accountId), row.phoneSealed));
    }

    private static Ceremony ceremony(CeremonyRow row, Organisation organisation) {
        return new Ceremony(
                row.id,
                organisation,
                row.heldAt,
                row.place,
                row.theme,
                row.host,
                row.oathLeader,
                row.superior,
                row.attendance,
                row.items(),
                row.note,
                row.recordedName,
                row.recordedAt,
                row.version,
                row.oaths);
    }
}
