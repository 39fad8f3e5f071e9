package cn.tuanwu.ceremony;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who took the oath and who did not; the same cost for any page of any subtree. */
@Service
public class OathDesk {
    static final Refusal ORGANISATION_UNKNOWN = Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。");

    private final OathRows rows;
    private final OathCandidates candidates;
    private final OathCounting counting;
    private final CeremonyReaches reaches;
    private final CeremonyShelf shelf;
    private final OrgDesk organisations;

    OathDesk(
            OathRows rows,
            OathCandidates candidates,
            OathCounting counting,
            CeremonyReaches reaches,
            CeremonyShelf shelf,
            OrgDesk organisations) {
        this.rows = rows;
        this.candidates = candidates;
        this.counting = counting;
        this.reaches = reaches;
        this.shelf = shelf;
        this.organisations = organisations;
    }

    /**
     * Members of one organisation who did not take the oath, who joined last first; with a query whoever it means, whether
     * or not they did. Refused with ORGANISATION_UNKNOWN, SEARCH_TOO_WIDE.
     *
     * @param after the {@link Candidates#next} of the page before, null for the first
     */
    public Outcome<Candidates> candidates(Caller.Reviewer caller, Wanted wanted, String after, int size) {
        return candidates.among(reaches.recording(caller), wanted, after, size);
    }

    /** As above, on a phone: masked. */
    public Outcome<Candidates> candidates(Caller.Staff caller, Wanted wanted, String after, int size) {
        return candidates.among(reaches.recording(caller), wanted, after, size);
    }

    /** Where somebody may record a ceremony, and how many who joined this year lack one there. */
    public List<Place> places(Caller.Staff caller) {
        return counting.places(reaches.recording(caller).roots());
    }

    /** Of an organisation of the caller's, or all, and of each open one directly below. Refused with ORGANISATION_UNKNOWN. */
    public Outcome<Statistics> statistics(Caller.Viewer caller, Long organisation, int year) {
        Organisation own = caller.organisation();
        Optional<Organisation> root = organisation == null
                ? Optional.of(own)
                : organisations.find(organisation).filter(there -> there.isWithin(own));
        return root.map(where -> Outcome.done(counting.statistics(where, year)))
                .orElseGet(() -> Outcome.refused(ORGANISATION_UNKNOWN));
    }

    /** The caller's own. */
    public Optional<Oath> own(Caller.OwnAccount caller) {
        return oath(rows.ofAccount(caller.accountId()));
    }

    /** A member's, who is the caller's to see: that is theirs to know. */
    public Optional<Oath> of(long registrationId) {
        return oath(rows.ofMember(registrationId));
    }

    private Optional<Oath> oath(Long ceremony) {
        return Optional.ofNullable(ceremony)
                .flatMap(shelf::find)
                .map(found -> new Oath(found.heldAt(), found.place(), found.organisation()));
    }

    /**
     * @param year of joining; null: any
     * @param query the beginning of a name, or a whole phone number; blank for none
     */
    public record Wanted(Long organisation, Integer year, String query) {
        @Override
        public String toString() {
            return "Wanted[" + organisation + ", " + year + "]";
        }
    }

    /**
     * @param name whole at a desk, masked on a phone
     * @param phone masked
     * @param joinMonth null when nobody knows
     * @param taken whether they took the oath already
     */
    public record Candidate(
            long registrationId, String name, String phone, Organisation branch, String joinMonth, boolean taken) {
        @Override
        public String toString() {
            return "Candidate[" + registrationId + "]";
        }
    }

    /** @param next null when nothing comes after */
    public record Candidates(List<Candidate> items, String next) {}

    /** @param missing who joined this year and did not take the oath */
    public record Place(Organisation organisation, long missing) {}

    /**
     * One year of one subtree.
     *
     * @param ceremonies held that year
     * @param oaths taken there
     * @param joined who stands there now and joined that year
     * @param missing of them: without an oath
     */
    public record Count(Organisation organisation, long ceremonies, long oaths, long joined, long missing) {}

    public record Statistics(int year, Count all, List<Count> below) {}

    /** Where and when a member took the oath. */
    public record Oath(Instant heldAt, String place, Organisation organisation) {}
}
