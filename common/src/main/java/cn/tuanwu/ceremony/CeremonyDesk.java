package cn.tuanwu.ceremony;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Ceremonies (入团仪式, product §10): recorded by operators and admins for their organisations and those below, seen by whoever
 * may look there. What is elsewhere does not exist. Every look is in the audit.
 */
@Service
public class CeremonyDesk {
    private final CeremonyRecording recording;
    private final CeremonyChanging changing;
    private final CeremonyOpenings openings;
    private final CeremonyListing listing;
    private final CeremonyReaches reaches;
    private final OrgDesk organisations;

    CeremonyDesk(
            CeremonyRecording recording,
            CeremonyChanging changing,
            CeremonyOpenings openings,
            CeremonyListing listing,
            CeremonyReaches reaches,
            OrgDesk organisations) {
        this.recording = recording;
        this.changing = changing;
        this.openings = openings;
        this.listing = listing;
        this.reaches = reaches;
        this.organisations = organisations;
    }

    /**
     * Refused with ORGANISATION_UNKNOWN, ORGANISATION_CLOSED, MEMBER_UNKNOWN; beside the fields with REQUIRED, TOO_LONG,
     * CEREMONY_TIME_INVALID, CEREMONY_ATTENDANCE_INVALID, CEREMONY_WITHOUT_OATH, CEREMONY_TOO_MANY_MEMBERS,
     * CEREMONY_MEMBER_NOT_APPROVED, CEREMONY_MEMBER_ELSEWHERE, CEREMONY_OATH_TAKEN, CEREMONY_BEFORE_JOINING (these say which
     * members), PHOTO_TOO_MANY, PHOTO_UNKNOWN.
     */
    public Outcome<Ceremony> record(Caller.Reviewer caller, Wish wish) {
        return recording.record(reaches.recording(caller), wish);
    }

    /** As above, from a phone. */
    public Outcome<Ceremony> record(Caller.Staff caller, Wish wish) {
        return recording.record(reaches.recording(caller), wish);
    }

    /**
     * Refused as {@link #record}, and with CEREMONY_UNKNOWN, CEREMONY_NOT_YOURS, CEREMONY_MOVED_ON.
     *
     * @param version which one the caller saw
     */
    public Outcome<Ceremony> change(Caller.Reviewer caller, long id, int version, Wish wish) {
        return changing.change(reaches.recording(caller), id, version, wish);
    }

    public Outcome<Ceremony> change(Caller.Staff caller, long id, int version, Wish wish) {
        return changing.change(reaches.recording(caller), id, version, wish);
    }

    /** Its members may take the oath elsewhere. Refused with CEREMONY_UNKNOWN, CEREMONY_NOT_YOURS, CEREMONY_MOVED_ON. */
    public Outcome<Ceremony> delete(Caller.Reviewer caller, long id, int version) {
        return changing.delete(reaches.recording(caller), id, version);
    }

    public Outcome<Ceremony> delete(Caller.Staff caller, long id, int version) {
        return changing.delete(reaches.recording(caller), id, version);
    }

    /** Opens a record: one line in the audit each time. Refused with CEREMONY_UNKNOWN. */
    public Outcome<Ceremony.Details> open(Caller.Viewer caller, long id) {
        Optional<Caller.Reviewer> hands = caller.seat().as(Caller.Reviewer.class);
        CeremonyReach looking = reaches.looking(caller);
        return openings.open(looking, hands.map(reaches::recording).orElse(none(looking)), id);
    }

    public Outcome<Ceremony.Details> open(Caller.Staff caller, long id) {
        return openings.open(reaches.looking(caller), reaches.recording(caller), id);
    }

    /**
     * A JPEG. Whoever did not {@link #open} the record lately has by this. Refused with CEREMONY_UNKNOWN,
     * CEREMONY_STORAGE_DOWN.
     */
    public Outcome<byte[]> photo(Caller.Viewer caller, long id, long photo, boolean small) {
        return openings.photo(reaches.looking(caller), id, photo, small);
    }

    public Outcome<byte[]> photo(Caller.Staff caller, long id, long photo, boolean small) {
        return openings.photo(reaches.looking(caller), id, photo, small);
    }

    /**
     * The latest first. Refused with ORGANISATION_UNKNOWN, SEARCH_TOO_WIDE.
     *
     * @param after the {@link Ceremony.Page#next} of the page before, null for the first
     */
    public Outcome<Ceremony.Page> list(Caller.Viewer caller, Filter filter, String after, int size) {
        Organisation own = caller.organisation();
        Optional<Organisation> root = filter.organisation() == null
                ? Optional.of(own)
                : organisations.find(filter.organisation()).filter(there -> there.isWithin(own));
        return root.map(where -> listing.list(List.of(where), filter, after, size))
                .orElseGet(() -> Outcome.refused(OathDesk.ORGANISATION_UNKNOWN));
    }

    /** Of all organisations somebody serves. Refused with SEARCH_TOO_WIDE. */
    public Outcome<Ceremony.Page> list(Caller.Staff caller, String after, int size) {
        return listing.list(reaches.looking(caller).roots(), Filter.ALL, after, size);
    }

    private static CeremonyReach none(CeremonyReach looking) {
        return new CeremonyReach(looking.actor(), looking.name(), List.of(), List.of(), looking.onPhone());
    }

    /**
     * @param organisation within the caller's, or null for all of it
     * @param from not before, or null
     * @param to before, or null
     * @param words in the theme or the place, or null
     */
    public record Filter(Long organisation, Instant from, Instant to, String words) {
        public static final Filter ALL = new Filter(null, null, null, null);
    }
}
