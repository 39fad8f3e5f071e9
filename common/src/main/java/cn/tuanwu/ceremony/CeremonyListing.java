package cn.tuanwu.ceremony;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/** Lists records, the latest ceremony first; any page of any subtree costs the same. */
@Component
class CeremonyListing {
    static final Refusal SLOW = Refusal.of("SEARCH_TOO_WIDE", "符合条件的记录太分散，没能及时找到，请缩小组织范围或增加条件。");
    private static final Instant EVER = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final CeremonyRows rows;
    private final CeremonyShelf shelf;

    CeremonyListing(CeremonyRows rows, CeremonyShelf shelf) {
        this.rows = rows;
        this.shelf = shelf;
    }

    /** Whoever serves a committee and a branch below it meets each record once. */
    Outcome<Ceremony.Page> list(List<Organisation> roots, CeremonyDesk.Filter filter, String after, int size) {
        Map<Long, CeremonyRow> found = new LinkedHashMap<>();
        try {
            roots.forEach(root ->
                    rows.list(range(root, filter, after, size + 1)).forEach(row -> found.putIfAbsent(row.id, row)));
        } catch (QueryTimeoutException | TransientDataAccessResourceException e) {
            return Outcome.refused(SLOW);
        }
        List<CeremonyRow> all = new ArrayList<>(found.values());
        all.sort(Comparator.<CeremonyRow, Instant>comparing(row -> row.heldAt)
                .thenComparing(row -> row.id)
                .reversed());
        List<CeremonyRow> shown = all.subList(0, Math.min(size, all.size()));
        String next = all.size() > size ? Cursor.of(shown.get(size - 1)).text() : null;
        return Outcome.done(new Ceremony.Page(shelf.all(shown), next));
    }

    private static CeremonyRows.Range range(Organisation root, CeremonyDesk.Filter filter, String after, int most) {
        Cursor cursor = Cursor.read(after);
        return new CeremonyRows.Range(
                root.id(),
                filter.from() == null ? EVER : filter.from(),
                filter.to() == null ? NEVER : filter.to(),
                pattern(filter.words()),
                cursor.at(),
                cursor.id(),
                most);
    }

    private static String pattern(String words) {
        return words == null || words.isBlank()
                ? null
                : '%' + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }

    /** The last one of a page. */
    record Cursor(Instant at, long id) {
        static Cursor of(CeremonyRow row) {
            return new Cursor(row.heldAt, row.id);
        }

        String text() {
            return at.toEpochMilli() + "." + id;
        }

        /** What is none of ours begins at the beginning. */
        static Cursor read(String text) {
            if (text == null || !text.matches("[0-9]{1,14}\\.[0-9]{1,18}")) {
                return new Cursor(NEVER, 0);
            }
            String[] parts = text.split("\\.");
            return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
        }
    }
}
