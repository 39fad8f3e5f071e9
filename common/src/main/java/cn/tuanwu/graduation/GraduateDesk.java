package cn.tuanwu.graduation;

import cn.tuanwu.access.Caller;
import cn.tuanwu.graduation.Graduation.Graduate;
import cn.tuanwu.graduation.Graduation.Standing;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.ResidentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Who graduates by a month in the caller's subtree, and how far their transfers are; masked, page by page. */
@Service
public class GraduateDesk {
    private static final int BRANCHES_A_PAGE = 200;
    private static final int AT_A_TIME = 500;
    /** No member's number is greater. */
    private static final long LAST = 999_999_999_999_999_999L;

    static final Refusal UNTIL_INVALID = Refusal.at("until", "MONTH_INVALID", "请按年-月填写毕业年月，如 2026-06。");

    private final GraduateRows rows;
    private final OrgDesk organisations;
    private final Seal seal;

    GraduateDesk(GraduateRows rows, OrgDesk organisations, Seal seal) {
        this.rows = rows;
        this.organisations = organisations;
        this.seal = seal;
    }

    /**
     * A page, perhaps a short one. Refused with ORGANISATION_UNKNOWN, MONTH_INVALID.
     *
     * @param after the {@link Page#next} of the page before, null for the first
     */
    public Outcome<Page> list(Caller.AtConsole caller, Filter filter, String after, int size) {
        return range(caller, filter)
                .map(range -> filter.standing() == Standing.DONE
                        ? gone(range, caller.organisation(), after, size)
                        : page(range, Cursor.of(after), size));
    }

    /** How many graduate, counted up to {@code most}; of those who went nobody is counted. Refused as {@link #list}. */
    public Outcome<Integer> total(Caller.AtConsole caller, Filter filter, int most) {
        return range(caller, filter).map(range -> filter.standing() == Standing.DONE ? 0 : rows.count(range, most));
    }

    /** All of a filter who are still there. Refused as {@link #list}. */
    Outcome<Boolean> each(Caller.AtConsole caller, Filter filter, Consumer<Graduate> work) {
        return range(caller, filter).map(range -> {
            String next = "";
            while (next != null) {
                Page page = page(range, Cursor.of(next), AT_A_TIME);
                page.graduates().forEach(work);
                next = page.next();
            }
            return true;
        });
    }

    private Outcome<GraduateRows.Range> range(Caller.AtConsole caller, Filter filter) {
        if (!Graduation.isMonth(filter.until())) {
            return Outcome.refused(UNTIL_INVALID);
        }
        Optional<Organisation> root = filter.organisation() == null
                ? Optional.of(caller.organisation())
                : organisations.find(filter.organisation()).filter(found -> found.isWithin(caller.organisation()));
        if (root.isEmpty()) {
            return Outcome.refused(GraduationDesk.ORGANISATION_UNKNOWN);
        }
        String name = filter.name() == null || filter.name().isBlank() ? null : part(filter.name());
        String standing = filter.standing() == null ? null : filter.standing().name();
        return Outcome.done(new GraduateRows.Range(root.get().path() + '%', filter.until(), name, standing));
    }

    private Page page(GraduateRows.Range range, Cursor cursor, int size) {
        List<Graduate> found = new ArrayList<>();
        List<Long> branches = rows.branches(range, cursor.branch, BRANCHES_A_PAGE);
        for (long branch : branches) {
            long after = branch == cursor.branch ? cursor.member : 0;
            rows.members(range, branch, after, size - found.size()).forEach(row -> found.add(graduate(row, true)));
            if (found.size() == size) {
                return new Page(found, branch + "." + found.get(size - 1).registrationId());
            }
        }
        boolean more = branches.size() == BRANCHES_A_PAGE;
        return new Page(found, more ? branches.get(BRANCHES_A_PAGE - 1) + "." + LAST : null);
    }

    private Page gone(GraduateRows.Range range, Organisation root, String after, int size) {
        long before = after == null || !after.matches("[0-9]{1,18}") ? Long.MAX_VALUE : Long.parseLong(after);
        List<GraduateRow> some = rows.gone(range, before, size);
        List<Graduate> found = some.stream()
                .map(row -> graduate(row, row.branchPath.startsWith(root.path())))
                .toList();
        return new Page(found, some.size() < size ? null : Long.toString(some.get(size - 1).doneId));
    }

    /** @param theirs when the member went elsewhere, the rest is not this caller's to see */
    private Graduate graduate(GraduateRow row, boolean theirs) {
        return new Graduate(
                row.id,
                row.name,
                theirs ? document(row.id, row.documentSealed) : null,
                row.branchId,
                row.branchName,
                row.month,
                row.mark,
                row.standing(),
                row.transferId());
    }

    String document(long registration, byte[] sealed) {
        return ResidentId.mask(seal.open(new Place("registration", "document", registration), sealed));
    }

    /** For LIKE. */
    static String part(String typed) {
        return '%' + typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }

    /**
     * @param until yyyy-MM: that month and whatever is before
     * @param organisation null: the caller's whole subtree
     * @param name a part of it; null: any
     * @param standing null: whoever is still there; DONE: who went
     */
    public record Filter(String until, Long organisation, String name, Standing standing) {}

    /** @param next null when nothing comes after */
    public record Page(List<Graduate> graduates, String next) {}

    private record Cursor(long branch, long member) {
        static Cursor of(String typed) {
            if (typed == null || !typed.matches("[0-9]{1,18}\\.[0-9]{1,18}")) {
                return new Cursor(0, 0);
            }
            String[] parts = typed.split("\\.");
            return new Cursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }
    }
}
