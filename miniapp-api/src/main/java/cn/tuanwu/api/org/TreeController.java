package cn.tuanwu.api.org;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's part of the tree, one node's children at a time. */
@RestController
@RequestMapping("/api/console/organisations")
class TreeController {
    private static final int LONGEST_QUERY = 50;

    private final OrgDesk organisations;
    private final TreeDesk tree;

    TreeController(OrgDesk organisations, TreeDesk tree) {
        this.organisations = organisations;
        this.tree = tree;
    }

    /**
     * The caller's own organisation, or what a search finds in its subtree.
     *
     * @param anywhere in the whole house: to name where something goes, or comes from; names and places are public
     */
    @GetMapping
    Items search(
            Caller.Viewer caller,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = "anywhere", defaultValue = "false") boolean anywhere) {
        Organisation own = caller.organisation();
        if (typed.isBlank() || typed.codePointCount(0, typed.length()) > LONGEST_QUERY) {
            return new Items(typed.isBlank() ? nodes(List.of(own)) : List.of(), null);
        }
        return new Items(nodes(organisations.search(anywhere ? organisations.root(own) : own, typed)), null);
    }

    @GetMapping("/{id}")
    Details one(Caller.Viewer caller, @PathVariable("id") String id) {
        Organisation found = find(caller, id);
        return new Details(
                nodes(List.of(found)).get(0),
                found.id() == caller.organisation().id(),
                found.open(),
                found.kind().below().stream().map(Organisation.Kind::name).toList(),
                tree.standingIn(found));
    }

    /** @param after the {@code next} of the page before */
    @GetMapping("/{id}/children")
    Items children(
            Caller.Viewer caller,
            @PathVariable("id") String id,
            @RequestParam(name = "after", defaultValue = "") String after) {
        OrgDesk.Page page = organisations.children(find(caller, id), after);
        return new Items(nodes(page.items()), page.next());
    }

    private Organisation find(Caller.Viewer caller, String id) {
        return organisations
                .find(number(id))
                .filter(found -> found.isWithin(caller.organisation()))
                .orElseThrow(() -> new RefusedRequest("ORGANISATION_UNKNOWN", "没有找到这个组织。"));
    }

    private List<Node> nodes(List<Organisation> found) {
        Map<Long, Integer> children = organisations.childCounts(found);
        Map<Long, String> paths = organisations.pathNames(found);
        return found.stream()
                .map(one -> Node.of(one, paths.get(one.id()), children.getOrDefault(one.id(), 0)))
                .toList();
    }

    /** No id is zero: what is not a number belongs to nobody. */
    static long number(String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    record Items(List<Node> items, String next) {}

    /** @param standing what stands in it, for people; empty when nothing does */
    record Details(Node node, boolean own, boolean open, List<String> kindsBelow, String standing) {}

    record Node(
            String id,
            String parentId,
            Organisation.Kind kind,
            String name,
            String shortName,
            String code,
            String path,
            int children) {
        static Node of(Organisation one, String path, int children) {
            return new Node(
                    Long.toString(one.id()),
                    one.parentId() == null ? null : Long.toString(one.parentId()),
                    one.kind(),
                    one.name(),
                    one.shortName(),
                    one.code(),
                    path,
                    children);
        }
    }
}
