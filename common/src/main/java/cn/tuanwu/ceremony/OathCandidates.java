package cn.tuanwu.ceremony;

import cn.tuanwu.ceremony.OathDesk.Candidate;
import cn.tuanwu.ceremony.OathDesk.Candidates;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.PersonName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/** Offers members to choose from, in one organisation. */
@Component
class OathCandidates {
    private static final String LAST = "9999-12";
    private static final String FIRST = "";

    private final CandidateRows rows;
    private final OrgDesk organisations;
    private final Blind blind;
    private final Seal seal;

    OathCandidates(CandidateRows rows, OrgDesk organisations, Blind blind, Seal seal) {
        this.rows = rows;
        this.organisations = organisations;
        this.blind = blind;
        this.seal = seal;
    }

    Outcome<Candidates> among(CeremonyReach reach, OathDesk.Wanted wanted, String after, int size) {
        Optional<Organisation> root = Optional.ofNullable(wanted.organisation())
                .flatMap(organisations::find)
                .filter(reach::holds);
        if (root.isEmpty()) {
            return Outcome.refused(OathDesk.ORGANISATION_UNKNOWN);
        }
        boolean searching = wanted.query() != null && !wanted.query().isBlank();
        try {
            List<CandidateRow> found = searching
                    ? search(root.get(), wanted.query(), size + 1)
                    : rows.missing(range(root.get(), wanted.year(), after, size + 1));
            return Outcome.done(page(reach, found, size, !searching));
        } catch (QueryTimeoutException | TransientDataAccessResourceException e) {
            return Outcome.refused(CeremonyListing.SLOW);
        }
    }

    private List<CandidateRow> search(Organisation root, String query, int most) {
        Optional<Phone> phone = Phone.read(query.strip());
        if (phone.isEmpty()) {
            String normal = new PersonName(query.strip()).normal();
            String start = normal.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
            return rows.search(root.id(), start, null, most);
        }
        Long account = rows.account(blind.of("phone", phone.get().number()));
        return account == null ? List.of() : rows.search(root.id(), null, account, most);
    }

    /** "2026-05.17"; what is none of ours begins at the beginning. */
    private static CandidateRows.Range range(Organisation root, Integer year, String after, int most) {
        boolean ours = after != null && after.matches("([0-9]{4}-[0-9]{2})?\\.[0-9]{1,18}");
        int dot = ours ? after.indexOf('.') : 0;
        return new CandidateRows.Range(
                root.id(),
                year == null ? FIRST : year + "-01",
                year == null ? LAST : year + "-12",
                ours ? after.substring(0, dot) : LAST,
                ours ? Long.parseLong(after.substring(dot + 1)) : Long.MAX_VALUE,
                most);
    }

    private Candidates page(CeremonyReach reach, List<CandidateRow> found, int size, boolean paged) {
        List<CandidateRow> shown = found.subList(0, Math.min(size, found.size()));
        Map<Long, Organisation> known = new HashMap<>();
        CandidateRow last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        return new Candidates(
                shown.stream()
                        .map(row -> new Candidate(
                                row.registrationId,
                                reach.onPhone() ? new PersonName(row.name).masked() : row.name,
                                phone(row).masked(),
                                known.computeIfAbsent(
                                        row.branchId,
                                        id -> organisations.find(id).orElseThrow()),
                                row.joinMonth.isEmpty() ? null : row.joinMonth,
                                row.taken))
                        .toList(),
                paged && found.size() > size ? last.joinMonth + "." + last.registrationId : null);
    }

    private Phone phone(CandidateRow row) {
        return new Phone(seal.open(new Seal.Place("account", "phone", row.accountId), row.phoneSealed));
    }
}
