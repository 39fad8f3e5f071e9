package cn.tuanwu.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Who still lacks a form, and until when; the same cost for any page of any subtree. */
@Service
public class MissingDesk {
    static final Refusal ORGANISATION_UNKNOWN = Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。");

    private final Lacking lacking;
    private final Choosing choosing;

    MissingDesk(Lacking lacking, Choosing choosing) {
        this.lacking = lacking;
        this.choosing = choosing;
    }

    /**
     * Whose deadline comes first, first; without one, last. Refused with ORGANISATION_UNKNOWN, SEARCH_TOO_WIDE.
     *
     * @param after the {@link Page#next} of the page before, null for the first
     */
    public Outcome<Page> list(Caller.Viewer caller, Filter filter, String after, int size) {
        return lacking.list(caller, filter, after, size);
    }

    /** Of the caller's organisation and of each open one directly below it. */
    public Counts counts(Caller.Viewer caller) {
        return lacking.counts(caller.organisation());
    }

    /** Of an organisation of the caller's subtree. Refused with ORGANISATION_UNKNOWN. */
    public Outcome<Counts> counts(Caller.Viewer caller, long organisation) {
        return lacking.counts(caller, organisation);
    }

    /**
     * To choose from on the phone, in the organisations the caller files for: who lacks a form, the nearest deadline first;
     * with a query, whoever it means, whether or not they have one.
     *
     * @param query the beginning of a name, or a whole phone number; blank for none
     */
    public List<Choice> ofStaff(Caller.Staff caller, String query, int most) {
        return choosing.among(caller, query, most);
    }

    /** Which of them. */
    public enum Which {
        /** All who lack one. */
        MISSING,
        /** Whose day is over. */
        OVERDUE,
        /** Whose day comes within a week, today included. */
        SOON,
        /** Who have one, and another waits for the superior. */
        WAITING,
        /** Who have one. */
        FORMAL
    }

    /**
     * @param organisation within the caller's, or null for all of it
     * @param name its beginning, or null
     */
    public record Filter(Long organisation, Which which, String name) {
        public static final Filter ALL = new Filter(null, Which.MISSING, null);

        @Override
        public String toString() {
            return "Filter[" + organisation + ", " + which + "]";
        }
    }

    /**
     * @param phone masked
     * @param due null without a deadline
     */
    public record Member(
            long registrationId,
            String name,
            String phone,
            Organisation branch,
            LocalDate due,
            boolean overdue,
            Instant approvedAt) {
        @Override
        public String toString() {
            return "Member[" + registrationId + "]";
        }
    }

    /** @param next null when nothing comes after */
    public record Page(List<Member> items, String next) {}

    /**
     * @param formal who have one; of them {@code waiting} wait for another
     * @param overdue of the missing
     */
    public record Count(Organisation organisation, long formal, long waiting, long missing, long overdue) {}

    public record Counts(Count all, List<Count> below) {}

    /**
     * @param name masked
     * @param phone its last four digits
     * @param due null without a deadline
     * @param missing false: a new form would replace one
     */
    public record Choice(
            long registrationId, String name, String phone, Organisation branch, LocalDate due, boolean missing) {}
}
