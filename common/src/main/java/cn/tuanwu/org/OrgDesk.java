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

    private final OrgRows rows;

    OrgDesk(OrgRows rows) {
        this.rows = rows;
    }

    public Optional<Organisation> find(long id) {
        return Optional.ofNullable(rows.find(id)).map(OrgRow::organisation);
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

    /** Organisations of any kind within another whose name, short name or code holds what was typed; at most 20, by path. */
    public List<Organisation> searchWithin(Organisation above, String typed) {
        return organisations(rows.searchWithin(
                above.path() + '%', '%' + escape(typed.strip().toUpperCase(Locale.ROOT)) + '%', SEARCH_LIMIT));
    }

    public Optional<Organisation> branch(long id) {
        return find(id).filter(Organisation::isBranch);
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

    /** The branches of a subtree, by path. */
    public List<Organisation> branchesWithin(Organisation root) {
        return organisations(rows.branchesWithin(root.path() + '%'));
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

    public record University(long id, String name) {}
}
