package cn.tuanwu.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Service;

/** The transfers that touch an organisation or what is below it; the same cost for any page of any subtree. */
@Service
public class PassageDesk {
    private static final Refusal ORGANISATION_UNKNOWN = Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。");
    private static final Refusal SLOW = Refusal.of("SEARCH_TOO_WIDE", "符合条件的记录太分散，没能及时找到，请缩小组织范围或增加条件。");

    private final Passages passages;
    private final TransferDesk transfers;
    private final Voices voices;
    private final OrgDesk organisations;

    PassageDesk(Passages passages, TransferDesk transfers, Voices voices, OrgDesk organisations) {
        this.passages = passages;
        this.transfers = transfers;
        this.voices = voices;
        this.organisations = organisations;
    }

    /**
     * The newest first. Refused with ORGANISATION_UNKNOWN, SEARCH_TOO_WIDE.
     *
     * @param after the {@link Page#next} of the page before, null for the first
     */
    public Outcome<Page> list(Caller.Viewer caller, Filter filter, String after, int size) {
        return list(voices.looking(caller), filter, after, size);
    }

    /** As above, of all organisations the caller serves. */
    public Outcome<Page> list(Caller.Staff caller, Filter filter, String after, int size) {
        return list(voices.looking(caller), filter, after, size);
    }

    private Outcome<Page> list(List<Organisation> roots, Filter filter, String after, int size) {
        List<Organisation> wanted = filter.organisation() == null
                ? highest(roots)
                : organisations.find(filter.organisation()).stream()
                        .filter(found -> roots.stream().anyMatch(found::isWithin))
                        .toList();
        if (wanted.isEmpty()) {
            return Outcome.refused(ORGANISATION_UNKNOWN);
        }
        try {
            return Outcome.done(passages.list(wanted, roots, filter, after, size));
        } catch (QueryTimeoutException | TransientDataAccessResourceException e) {
            return Outcome.refused(SLOW);
        }
    }

    /** Empty when it does not touch the caller's. */
    public Optional<Passage> find(Caller.AtConsole caller, long id) {
        return transfers.find(caller, id).map(found -> passages.of(found, voices.looking(caller)));
    }

    public Optional<Passage> find(Caller.Staff caller, long id) {
        return transfers.find(caller, id).map(found -> passages.of(found, voices.looking(caller)));
    }

    /** What is below another adds nothing. */
    private static List<Organisation> highest(List<Organisation> all) {
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> other.id() != one.id() && one.isWithin(other)))
                .toList();
    }

    /** Which way, seen from an organisation. */
    public enum Direction {
        OUT,
        IN,
        /** Both sides are below it. */
        WITHIN
    }

    public enum Which {
        /** It is the organisation's own turn. */
        HERE(LineRow.Phase.HERE),
        /** Its own, or that of one below it. */
        BELOW(LineRow.Phase.HERE, LineRow.Phase.BELOW),
        /** Under way, whoever's turn it is. */
        OPEN(LineRow.Phase.HERE, LineRow.Phase.BELOW, LineRow.Phase.AWAY),
        DONE(LineRow.Phase.DONE),
        RETURNED(LineRow.Phase.RETURNED),
        WITHDRAWN(LineRow.Phase.WITHDRAWN),
        EXPIRED(LineRow.Phase.EXPIRED),
        STOPPED(LineRow.Phase.STOPPED),
        /** Whatever the end. */
        OVER(
                LineRow.Phase.DONE,
                LineRow.Phase.RETURNED,
                LineRow.Phase.WITHDRAWN,
                LineRow.Phase.EXPIRED,
                LineRow.Phase.STOPPED);

        final List<LineRow.Phase> phases;

        Which(LineRow.Phase... phases) {
            this.phases = List.of(phases);
        }
    }

    /**
     * @param organisation within the caller's, or null for all of it
     * @param direction null for any
     * @param name whole, or null
     * @param phone whole, or null
     * @param month in which it was started, or null
     */
    public record Filter(
            Long organisation, Which which, Direction direction, String name, String phone, YearMonth month) {
        public static Filter of(Which which) {
            return new Filter(null, which, null, null, null, null);
        }

        @Override
        public String toString() {
            return "Filter[" + organisation + ", " + which + "]";
        }
    }

    /**
     * A transfer as one who looks may see it. The side that takes sees name, masked document, reason and where from; the rest
     * when the member is theirs. Whom the member left still sees the transfer itself, and the name.
     *
     * @param whole whether the member is theirs now: else no page shows the unit
     * @param name whole
     * @param document masked; null, as the phone, when it is not the caller's to see
     * @param phone masked
     */
    public record Passage(
            Transfer transfer, Direction direction, boolean whole, String name, String document, String phone) {
        @Override
        public String toString() {
            return "Passage[" + transfer + "]";
        }
    }

    /** @param next null when nothing comes after */
    public record Page(List<Passage> items, String next) {}
}
