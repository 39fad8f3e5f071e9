package cn.tuanwu.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.form.MissingDesk.Count;
import cn.tuanwu.form.MissingDesk.Counts;
import cn.tuanwu.form.MissingDesk.Filter;
import cn.tuanwu.form.MissingDesk.Page;
import cn.tuanwu.form.MissingDesk.Which;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.PersonName;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/** Reads the lines of whole subtrees, for the console. */
@Component
class Lacking {
    static final int SOON = 7;
    private static final LocalDate EVER = LocalDate.of(1000, 1, 1);
    private static final int CHILDREN = 500;
    private static final Refusal SLOW = Refusal.of("SEARCH_TOO_WIDE", "符合条件的记录太分散，没能及时找到，请缩小组织范围或增加条件。");

    private final MissingRows rows;
    private final OrgDesk organisations;
    private final Seal seal;
    private final Clock clock;

    Lacking(MissingRows rows, OrgDesk organisations, Seal seal, Clock clock) {
        this.rows = rows;
        this.organisations = organisations;
        this.seal = seal;
        this.clock = clock;
    }

    Outcome<Page> list(Caller.Viewer caller, Filter filter, String after, int size) {
        Optional<Organisation> root = within(caller, filter.organisation());
        if (root.isEmpty()) {
            return Outcome.refused(MissingDesk.ORGANISATION_UNKNOWN);
        }
        try {
            return Outcome.done(page(rows.list(range(root.get(), filter, after, size + 1)), size));
        } catch (QueryTimeoutException | TransientDataAccessResourceException e) {
            return Outcome.refused(SLOW);
        }
    }

    Outcome<Counts> counts(Caller.Viewer caller, long organisation) {
        return within(caller, organisation)
                .map(root -> Outcome.done(counts(root)))
                .orElseGet(() -> Outcome.refused(MissingDesk.ORGANISATION_UNKNOWN));
    }

    Counts counts(Organisation root) {
        List<Organisation> all = new ArrayList<>(List.of(root));
        all.addAll(organisations.childrenOf(root, 0, CHILDREN));
        List<Long> ids = all.stream().map(Organisation::id).toList();
        LocalDate today = today();
        Map<Long, List<CountRow>> counted = rows.counts(ids, today, EVER, FormLines.NEVER).stream()
                .collect(Collectors.groupingBy(row -> row.organisationId));
        List<Count> counts = all.stream()
                .map(one -> count(one, counted.getOrDefault(one.id(), List.of())))
                .toList();
        return new Counts(counts.get(0), counts.subList(1, counts.size()));
    }

    private static Count count(Organisation organisation, List<CountRow> rows) {
        long waiting = sum(rows, LineRow.Standing.WAITING);
        long overdue = rows.stream()
                .filter(row -> row.state == LineRow.Standing.MISSING && row.due.equals(EVER))
                .mapToLong(row -> row.members)
                .sum();
        return new Count(
                organisation,
                sum(rows, LineRow.Standing.FORMAL) + waiting,
                waiting,
                sum(rows, LineRow.Standing.MISSING),
                overdue);
    }

    private static long sum(List<CountRow> rows, LineRow.Standing state) {
        return rows.stream()
                .filter(row -> row.state == state)
                .mapToLong(row -> row.members)
                .sum();
    }

    private MissingRows.Range range(Organisation root, Filter filter, String after, int most) {
        LocalDate today = today();
        Which which = filter.which() == null ? Which.MISSING : filter.which();
        Cursor cursor = Cursor.read(after);
        return new MissingRows.Range(
                root.id(),
                switch (which) {
                    case MISSING, OVERDUE, SOON -> LineRow.Standing.MISSING;
                    case WAITING -> LineRow.Standing.WAITING;
                    case FORMAL -> LineRow.Standing.FORMAL;
                },
                which == Which.SOON ? today : EVER,
                which == Which.OVERDUE
                        ? today.minusDays(1)
                        : which == Which.SOON ? today.plusDays(SOON) : FormLines.NEVER,
                NameStart.of(filter.name()),
                cursor.due(),
                cursor.id(),
                most);
    }

    private Page page(List<MissingRow> found, int size) {
        List<MissingRow> shown = found.subList(0, Math.min(size, found.size()));
        Map<Long, Organisation> branches = shown.stream()
                .map(row -> row.branchId)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> organisations.find(id).orElseThrow()));
        LocalDate today = today();
        return new Page(
                shown.stream()
                        .map(row -> member(row, branches.get(row.branchId), today))
                        .toList(),
                found.size() > size ? Cursor.of(shown.get(size - 1)).text() : null);
    }

    private MissingDesk.Member member(MissingRow row, Organisation branch, LocalDate today) {
        boolean missing = row.state == LineRow.Standing.MISSING;
        return new MissingDesk.Member(
                row.registrationId,
                new PersonName(row.name).text(),
                phone(row).masked(),
                branch,
                due(row),
                missing && row.due.isBefore(today),
                row.decidedAt);
    }

    static LocalDate due(MissingRow row) {
        return row.due.equals(FormLines.NEVER) ? null : row.due;
    }

    Phone phone(MissingRow row) {
        return new Phone(seal.open(new Seal.Place("account", "phone", row.accountId), row.phoneSealed));
    }

    private Optional<Organisation> within(Caller.Viewer caller, Long wanted) {
        return wanted == null
                ? Optional.of(caller.organisation())
                : organisations.find(wanted).filter(there -> there.isWithin(caller.organisation()));
    }

    private LocalDate today() {
        return ChinaTime.date(clock.instant());
    }

    /** The last one of a page. */
    record Cursor(LocalDate due, long id) {
        static Cursor of(MissingRow row) {
            return new Cursor(row.due, row.registrationId);
        }

        String text() {
            return due + "." + id;
        }

        /** What is none of ours begins at the beginning. */
        static Cursor read(String text) {
            return text != null
                            && text.matches(
                                    "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])\\.[0-9]{1,18}|[0-9]{4}-(0[1-9]|1[0-2])-3[01]\\.[0-9]{1,18}")
                    ? new Cursor(LocalDate.parse(text.substring(0, 10)), Long.parseLong(text.substring(11)))
                    : new Cursor(EVER, 0);
        }
    }
}
