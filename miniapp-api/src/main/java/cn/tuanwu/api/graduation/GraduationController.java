package cn.tuanwu.api.graduation;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.graduation.GraduateDesk;
import cn.tuanwu.graduation.Graduation;
import cn.tuanwu.graduation.GraduationDesk;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When branches graduate, who of them, and where they may go. */
@RestController
@RequestMapping("/api/console/graduation")
class GraduationController {
    private static final int PAGE = 50;
    private static final int COUNTED = 5_001;

    private final GraduationDesk graduation;
    private final GraduateDesk graduates;
    private final OrgDesk organisations;
    private final Once once;

    GraduationController(GraduationDesk graduation, GraduateDesk graduates, OrgDesk organisations, Once once) {
        this.graduation = graduation;
        this.graduates = graduates;
        this.organisations = organisations;
        this.once = once;
    }

    /** @param after the {@code next} of the page before */
    @GetMapping("/branches")
    Branches branches(
            Caller.Viewer caller,
            @RequestParam(name = "which", required = false) String which,
            @RequestParam(name = "name", required = false) String name,
            @RequestParam(name = "after", required = false) String after) {
        GraduationDesk.Page page = graduation.branches(caller, one(Graduation.Which.class, which), name, after);
        return new Branches(page.branches().stream().map(Branch::of).toList(), page.next(), graduation.counts(caller));
    }

    @PostMapping(path = "/branches", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] mark(Caller.Admin caller, Call call, @RequestBody Months wish) {
        Graduation.None none = chosen(Graduation.None.class, "none", wish.none);
        return once.json(call, () -> graduation
                .mark(caller, ids(wish.branchIds), wish.month, none)
                .map(Marked::new));
    }

    /** A list names people in its search, so it is asked for in a body; nothing is changed by it. */
    @PostMapping("/members/search")
    Members members(Caller.Viewer caller, Call call, @RequestBody Search wish) {
        GraduateDesk.Filter filter = wish.filter();
        GraduateDesk.Page page = RefusedRequest.unlessDone(graduates.list(caller, filter, wish.after, PAGE));
        int total = RefusedRequest.unlessDone(graduates.total(caller, filter, COUNTED));
        return new Members(page.graduates().stream().map(Member::of).toList(), page.next(), total);
    }

    @PostMapping(path = "/members", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] except(Caller.Admin caller, Call call, @RequestBody Marks wish) {
        Graduation.Mark mark = chosen(Graduation.Mark.class, "mark", wish.mark);
        return once.json(call, () -> graduation
                .except(caller, ids(wish.registrationIds), mark, wish.month)
                .map(Marked::new));
    }

    /** Any organisation of the province a member may go to; found as branches are. */
    @GetMapping("/targets")
    Targets targets(Caller.Viewer caller, @RequestParam(name = "q", required = false) String typed) {
        List<Organisation> found =
                organisations.search(organisations.root(caller.organisation()), typed == null ? "" : typed).stream()
                        .filter(one -> one.parentId() != null)
                        .toList();
        Map<Long, String> paths = organisations.pathNames(found);
        return new Targets(found.stream()
                .map(one -> new Target(
                        Long.toString(one.id()),
                        one.name(),
                        one.code(),
                        paths.get(one.id()),
                        one.kind().label()))
                .toList());
    }

    static List<Long> ids(List<String> typed) {
        return typed == null ? List.of() : typed.stream().map(TypedId::of).toList();
    }

    /** Nothing takes away what was said; what is no choice must not. */
    private static <T extends Enum<T>> T chosen(Class<T> all, String field, String typed) {
        T chosen = one(all, typed);
        if (typed != null && chosen == null) {
            throw new RefusedRequest(List.of(Refusal.at(field, "GRADUATION_CHOICE_UNKNOWN", "没有这个选项，请从列出的选项中选择。")));
        }
        return chosen;
    }

    static <T extends Enum<T>> T one(Class<T> all, String typed) {
        return Arrays.stream(all.getEnumConstants())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    /** @param month yyyy-MM, or {@code none} why not; neither: nothing is said any more */
    record Months(List<String> branchIds, String month, String none) {}

    /** @param mark null: no exception any more */
    record Marks(List<String> registrationIds, String mark, String month) {}

    /** @param standing NONE, OPEN or DONE; null: whoever is still there */
    record Search(String until, String organisation, String name, String standing, String after) {
        GraduateDesk.Filter filter() {
            return new GraduateDesk.Filter(
                    until,
                    organisation == null || organisation.isBlank() ? null : TypedId.of(organisation),
                    name,
                    one(Graduation.Standing.class, standing));
        }

        @Override
        public String toString() {
            return "Search[…]";
        }
    }

    record Marked(int count) {}

    record Branches(List<Branch> items, String next, Graduation.Counts counts) {}

    record Branch(
            String id,
            String name,
            String code,
            String month,
            Graduation.None none,
            String noneLabel,
            int members,
            String markedBy,
            Instant markedAt) {
        static Branch of(Graduation.Branch branch) {
            return new Branch(
                    Long.toString(branch.id()),
                    branch.name(),
                    branch.code(),
                    branch.month(),
                    branch.none(),
                    branch.none() == null ? null : branch.none().label(),
                    branch.members(),
                    branch.markedBy(),
                    branch.markedAt());
        }
    }

    /** @param total not more than 5001 are counted */
    record Members(List<Member> items, String next, int total) {}

    record Member(
            String id,
            String name,
            String documentNumber,
            String branchId,
            String branchName,
            String month,
            Graduation.Mark mark,
            String markLabel,
            Graduation.Standing standing,
            String transferId) {
        static Member of(Graduation.Graduate one) {
            return new Member(
                    Long.toString(one.registrationId()),
                    one.name(),
                    one.document(),
                    Long.toString(one.branchId()),
                    one.branchName(),
                    one.month(),
                    one.mark(),
                    one.mark() == null ? null : one.mark().label(),
                    one.standing(),
                    one.transferId() == null ? null : Long.toString(one.transferId()));
        }
    }

    record Targets(List<Target> items) {}

    record Target(String id, String name, String code, String path, String kind) {}
}
