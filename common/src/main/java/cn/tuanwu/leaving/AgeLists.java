package cn.tuanwu.leaving;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.leaving.AgeDesk.Filter;
import cn.tuanwu.leaving.AgeDesk.Former;
import cn.tuanwu.leaving.AgeDesk.Gone;
import cn.tuanwu.leaving.AgeDesk.Line;
import cn.tuanwu.leaving.AgeDesk.Page;
import cn.tuanwu.leaving.AgeRows.Range;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Registration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/** Reads the lines of whole subtrees. */
@Component
class AgeLists {
    private static final LocalDate EVER = LocalDate.of(1000, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final Refusal ORGANISATION_UNKNOWN = Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。");
    private static final Refusal SLOW = Refusal.of("SEARCH_TOO_WIDE", "符合条件的记录太分散，没能及时找到，请缩小组织范围或增加条件。");

    private final AgeRows rows;
    private final LeavingRows requests;
    private final OrgDesk organisations;
    private final LeavingRules judging;
    private final Seal seal;

    AgeLists(AgeRows rows, LeavingRows requests, OrgDesk organisations, LeavingRules judging, Seal seal) {
        this.rows = rows;
        this.requests = requests;
        this.organisations = organisations;
        this.judging = judging;
        this.seal = seal;
    }

    Outcome<Page> turning(Caller.Viewer caller, Filter filter, String after, int size) {
        Optional<Organisation> root = within(caller, filter.organisation());
        if (root.isEmpty()) {
            return Outcome.refused(ORGANISATION_UNKNOWN);
        }
        LocalDate today = judging.today();
        LocalDate from = filter.year() == null ? EVER : LocalDate.of(filter.year() - LeavingRules.AGE, 1, 1);
        LocalDate to = filter.year() == null
                ? today.minusYears(LeavingRules.AGE)
                : LocalDate.of(filter.year() - LeavingRules.AGE, 12, 31);
        Cursor cursor = Cursor.read(after, EVER, 0);
        Range range = new Range(root.get().id(), "MEMBER", from, to, cursor.day(), cursor.id(), size + 1);
        try {
            List<AgeRow> found = rows.list(range);
            List<Line> page =
                    found.stream().limit(size).map(row -> line(row, today)).toList();
            return Outcome.done(new Page(page, next(found, size)));
        } catch (QueryTimeoutException | TransientDataAccessResourceException e) {
            return Outcome.refused(SLOW);
        }
    }

    Outcome<Gone> left(Caller.Viewer caller, Long organisation, String after, int size) {
        Optional<Organisation> root = within(caller, organisation);
        if (root.isEmpty()) {
            return Outcome.refused(ORGANISATION_UNKNOWN);
        }
        Cursor cursor = Cursor.read(after, NEVER, Long.MAX_VALUE);
        Range range = new Range(root.get().id(), "LEFT", EVER, NEVER, cursor.day(), cursor.id(), size + 1);
        try {
            List<AgeRow> found = rows.listDown(range);
            List<Former> page = found.stream().limit(size).map(this::former).toList();
            return Outcome.done(new Gone(page, next(found, size)));
        } catch (QueryTimeoutException | TransientDataAccessResourceException e) {
            return Outcome.refused(SLOW);
        }
    }

    private Line line(AgeRow row, LocalDate today) {
        boolean postponed = row.until != null && !row.until.isBefore(today);
        return new Line(
                row.registrationId,
                row.name,
                phone(row),
                organisations.find(row.branchId).orElseThrow(),
                LeavingRules.turns(row.day),
                standing(row, today, postponed),
                postponed ? row.until : null,
                postponed ? seal.open(words(row.registrationId), row.wordsSealed) : null,
                postponed ? row.grantedName : null);
    }

    private static AgeDesk.Standing standing(AgeRow row, LocalDate today, boolean postponed) {
        if (row.leaving) {
            return AgeDesk.Standing.ASKED;
        }
        if (row.cadre || row.serving) {
            return AgeDesk.Standing.DUTY;
        }
        if (LeavingRules.turns(row.day).isAfter(today)) {
            return AgeDesk.Standing.COMING;
        }
        return postponed ? AgeDesk.Standing.POSTPONED : AgeDesk.Standing.DUE;
    }

    private Former former(AgeRow row) {
        Organisation last = organisations.find(row.branchId).orElseThrow();
        Organisation now = organisations.branch(row.branchId).orElse(null);
        // Who went out of the province asked for nothing here: an older wish tells nothing about that.
        LeavingRow departure =
                row.state == Registration.State.LEFT_OUTSIDE ? null : requests.departureOf(row.registrationId);
        Organisation was = departure == null || departure.branchId == row.branchId
                ? null
                : organisations.find(departure.branchId).orElse(null);
        return new Former(
                row.registrationId,
                row.name,
                phone(row),
                row.state,
                row.leftAt,
                last,
                was,
                row.leaving,
                now == null ? judging.closed(last) : null);
    }

    private String phone(AgeRow row) {
        return new Phone(seal.open(new Seal.Place("account", "phone", row.accountId), row.phoneSealed)).masked();
    }

    static Seal.Place words(long registrationId) {
        return new Seal.Place("leaving_delay", "words", registrationId);
    }

    private Optional<Organisation> within(Caller.Viewer caller, Long wanted) {
        return wanted == null
                ? Optional.of(caller.organisation())
                : organisations.find(wanted).filter(there -> there.isWithin(caller.organisation()));
    }

    private static String next(List<AgeRow> found, int size) {
        return found.size() > size ? found.get(size - 1).day + "." + found.get(size - 1).registrationId : null;
    }

    /** The last one of a page. */
    private record Cursor(LocalDate day, long id) {
        private static final Pattern TEXT = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\.([0-9]{1,18})");

        /** What is none of ours begins at the beginning. */
        static Cursor read(String text, LocalDate day, long id) {
            Matcher parts = TEXT.matcher(text == null ? "" : text);
            try {
                return parts.matches()
                        ? new Cursor(LocalDate.parse(parts.group(1)), Long.parseLong(parts.group(2)))
                        : new Cursor(day, id);
            } catch (DateTimeParseException noSuchDay) {
                return new Cursor(day, id);
            }
        }
    }
}
