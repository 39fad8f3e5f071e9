package cn.tuanwu.org;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds organisations. Reading only; anyone may ask: names and places in the tree are public. */
@Service
public class OrgDesk {
    private static final int SEARCH_LIMIT = 20;

    /** Children shown at once. */
    static final int PAGE = 50;

    private final OrgRows rows;

    OrgDesk(OrgRows rows) {
        this.rows = rows;
    }

    public Optional<Organisation> find(long id) {
        return Optional.ofNullable(rows.find(id)).map(OrgRow::organisation);
    }

    /** Whose code this is, open or not. */
    public Optional<Organisation> byCode(String code) {
        return Optional.ofNullable(rows.byCode(code)).map(OrgRow::organisation);
    }

    /** The top of the tree; none in an installation that has just begun. */
    public Optional<Organisation> root() {
        return Optional.ofNullable(rows.root()).map(OrgRow::organisation);
    }

    /** The first organisation of an installation, a leading organ. Joins the transaction. */
    public Organisation createRoot(String name) {
        String shortName =
                name.codePointCount(0, name.length()) > 20 ? name.substring(0, name.offsetByCodePoints(0, 20)) : name;
        rows.insertRoot(name, shortName);
        return root().orElseThrow();
    }

    /** An open branch. */
    public Optional<Organisation> branch(long id) {
        return find(id).filter(Organisation::isBranch).filter(Organisation::open);
    }

    /** As {@link #hold}, a branch. */
    public Optional<Organisation> holdBranch(long id) {
        return hold(id).filter(Organisation::isBranch);
    }

    /**
     * The organisation in which what was meant for this one happens now: itself, or where it was merged into; empty when it
     * was closed. It stays open until the transaction ends.
     */
    public Optional<Organisation> hold(long id) {
        // In the order of a change of the tree: its turn first, then what it changes.
        holdTree();
        OrgRow row = rows.hold(id);
        while (row != null && !row.organisation().open()) {
            Long into = rows.mergedInto(row.id);
            row = into == null ? null : rows.hold(into);
        }
        return Optional.ofNullable(row).map(OrgRow::organisation);
    }

    /**
     * Nothing is moved, merged or closed until the transaction ends; many may hold it at once. To be called before anything
     * is read that goes along with an organisation, such as the lines and sums of those above it.
     */
    public void holdTree() {
        rows.holdTree();
    }

    /** Branches whose name, short name, code or pinyin initials hold every word typed; at most 20. */
    public List<Organisation> searchBranches(String typed) {
        List<String> words = words(typed);
        return words.isEmpty() ? List.of() : organisations(rows.search(words, "/", SEARCH_LIMIT));
    }

    /** As {@link #searchBranches(String)}, below one organisation only; the first 20 there when nothing was typed. */
    public List<Organisation> searchBranches(String typed, long within) {
        return find(within)
                .map(root -> organisations(rows.search(words(typed), root.path(), SEARCH_LIMIT)))
                .orElse(List.of());
    }

    /** Open organisations of any kind in a subtree, found as {@link #searchBranches} finds; at most 20. */
    public List<Organisation> search(Organisation root, String typed) {
        List<String> words = words(typed);
        return words.isEmpty() ? List.of() : organisations(rows.searchWithin(root.path() + '%', words, SEARCH_LIMIT));
    }

    /** Everything stands below it. */
    public Organisation root(Organisation of) {
        return find(pathIds(of).get(0)).orElseThrow();
    }

    /** @param after the code of the last child of the page before, empty for the first */
    public Page children(Organisation parent, String after) {
        List<Organisation> found = organisations(rows.children(parent.id(), after, PAGE + 1));
        List<Organisation> page = found.subList(0, Math.min(PAGE, found.size()));
        return new Page(page, found.size() > PAGE ? page.get(PAGE - 1).code() : null);
    }

    /** How many open organisations stand directly below each; one without any is left out. */
    public Map<Long, Integer> childCounts(List<Organisation> parents) {
        List<Long> ids = parents.stream().map(Organisation::id).toList();
        return ids.isEmpty()
                ? Map.of()
                : rows.childCounts(ids).stream().collect(Collectors.toMap(row -> row.id, row -> row.children));
    }

    /** The branches of a subtree, by path. */
    public List<Organisation> branchesWithin(Organisation root) {
        return organisations(rows.branchesWithin(root.path() + '%'));
    }

    /** The open organisations right below one, by id, from behind {@code after} on. */
    public List<Organisation> childrenOf(Organisation parent, long after, int limit) {
        return organisations(rows.childrenOf(parent.id(), after, limit));
    }

    /** The chain from the root down to the organisation itself. */
    public List<Organisation> chain(Organisation organisation) {
        return chains(List.of(organisation)).get(organisation.id());
    }

    /** The names above an organisation, joined for people: 共青团… / …; the root is left out. */
    public String pathName(Organisation organisation) {
        return pathNames(List.of(organisation)).get(organisation.id());
    }

    /** As {@link #pathName}, for a whole list in one query. */
    public Map<Long, String> pathNames(List<Organisation> organisations) {
        return chains(organisations).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, chain -> chain.getValue().stream()
                        .skip(1)
                        .map(Organisation::shortName)
                        .collect(Collectors.joining(" / "))));
    }

    public List<University> universities() {
        return rows.universities();
    }

    public Optional<University> university(long id) {
        return universities().stream()
                .filter(university -> university.id() == id)
                .findFirst();
    }

    private Map<Long, List<Organisation>> chains(List<Organisation> organisations) {
        List<Long> ids = organisations.stream()
                .flatMap(organisation -> pathIds(organisation).stream())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, Organisation> known = organisations(rows.findAll(ids)).stream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
        return organisations.stream()
                .distinct()
                .collect(Collectors.toMap(Organisation::id, organisation -> pathIds(organisation).stream()
                        .map(known::get)
                        .toList()));
    }

    private static List<Long> pathIds(Organisation organisation) {
        List<Long> ids = new ArrayList<>();
        for (String part : organisation.path().split("/")) {
            if (!part.isEmpty()) {
                ids.add(Long.valueOf(part));
            }
        }
        return ids;
    }

    private static List<Organisation> organisations(List<OrgRow> found) {
        return found.stream().map(OrgRow::organisation).toList();
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> '%' + escape(word.toUpperCase(Locale.ROOT)) + '%')
                .limit(4)
                .toList();
    }

    private static String escape(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** @param next what comes after the page, null when nothing does */
    public record Page(List<Organisation> items, String next) {}

    public record University(long id, String name) {}
}
