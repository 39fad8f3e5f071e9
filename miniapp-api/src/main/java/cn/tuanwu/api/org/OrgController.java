package cn.tuanwu.api.org;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Universities and branches; the tree is public, who operates a branch is for its committees. */
@RestController
class OrgController {
    private static final int LONGEST_QUERY = 50;

    private final OrgDesk organisations;
    private final Roster roster;

    OrgController(OrgDesk organisations, Roster roster) {
        this.organisations = organisations;
        this.roster = roster;
    }

    @GetMapping("/api/universities")
    Items<Named> universities() {
        return new Items<>(organisations.universities().stream()
                .map(university -> new Named(Long.toString(university.id()), university.name()))
                .toList());
    }

    @GetMapping("/api/branches")
    Items<BranchView> search(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = "within", required = false) String within) {
        String words = typed.codePointCount(0, typed.length()) > LONGEST_QUERY ? "" : typed;
        List<Organisation> found = within == null
                ? organisations.searchBranches(words)
                : organisations.searchBranches(words, within.matches("[0-9]{1,18}") ? Long.parseLong(within) : 0);
        Map<Long, String> paths = organisations.pathNames(found);
        return new Items<>(found.stream()
                .map(branch -> BranchView.of(branch, paths.get(branch.id())))
                .toList());
    }

    @GetMapping("/api/console/branches")
    Items<OperatedBranch> branches(Caller.Viewer caller) {
        List<Organisation> branches = organisations.branchesWithin(caller.organisation());
        Map<Long, String> paths = organisations.pathNames(branches);
        Map<Long, List<String>> operators = roster.operatorNames(branches);
        return new Items<>(branches.stream()
                .map(branch -> new OperatedBranch(
                        Long.toString(branch.id()),
                        branch.name(),
                        paths.get(branch.id()),
                        operators.getOrDefault(branch.id(), List.of())))
                .toList());
    }

    record Items<T>(List<T> items) {}

    record Named(String id, String name) {}

    record OperatedBranch(String id, String name, String path, List<String> operators) {}
}
