package cn.tuanwu.api.insight;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.insight.MemberDesk;
import cn.tuanwu.insight.Wanted;
import cn.tuanwu.kernel.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The members of the caller's subtree, masked; one number in clear at a time, with a reason. */
@RestController
@RequestMapping("/api/console/members")
class MemberController {
    private static final int USUAL_SIZE = 20;

    private final MemberDesk members;

    MemberController(MemberDesk members) {
        this.members = members;
    }

    /** A list names phones and numbers in its search, so it is asked for in a body; nothing is changed by it. */
    @PostMapping("/search")
    MemberView.Page list(
            Caller.Viewer caller,
            Call call,
            @RequestBody FilterQuery filter,
            @RequestParam(name = "size", required = false) Integer size,
            @RequestParam(name = "after", required = false) String after,
            @RequestParam(name = "before", required = false) String before,
            @RequestParam(name = "last", defaultValue = "false") boolean last) {
        Wanted wanted = new Wanted(cursor(after), cursor(before), last, size == null ? USUAL_SIZE : size);
        return MemberView.Page.of(RefusedRequest.unlessDone(members.list(caller, filter.read(), wanted)));
    }

    @PostMapping("/total")
    MemberView.Total total(Caller.Viewer caller, Call call, @RequestBody FilterQuery filter) {
        return MemberView.Total.of(RefusedRequest.unlessDone(members.total(caller, filter.read())));
    }

    @GetMapping("/{id}")
    MemberView.Details one(Caller.Viewer caller, @PathVariable("id") String id) {
        return members.find(caller, id(id))
                .map(MemberView.Details::of)
                .orElseThrow(() -> new RefusedRequest("MEMBER_UNKNOWN", "没有找到这名团员。"));
    }

    /** Asked twice it counts twice: an answer kept for repeating would be a number told without an audit line. */
    @PostMapping("/{id}/reveal")
    ResponseEntity<Revealed> reveal(
            Caller.Reviewer caller, Call call, @PathVariable("id") String id, @RequestBody Reveal wish) {
        MemberDesk.Secret secret = one(MemberDesk.Secret.values(), wish.field())
                .orElseThrow(() -> refusedAt("field", "FILTER_INVALID", "请选择要查看的号码。"));
        String value = RefusedRequest.unlessDone(members.reveal(caller, id(id), secret, reason(wish.reason())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Revealed(value));
    }

    static MemberDesk.Reason reason(String typed) {
        return one(MemberDesk.Reason.values(), typed)
                .orElseThrow(() -> refusedAt("reason", "REASON_MISSING", "请选择原因。"));
    }

    private static RefusedRequest refusedAt(String field, String code, String text) {
        return new RefusedRequest(List.of(Refusal.at(field, code, text)));
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, String typed) {
        return Arrays.stream(values).filter(value -> value.name().equals(typed)).findFirst();
    }

    private static Long cursor(String typed) {
        return typed == null || typed.isEmpty() ? null : Long.valueOf(id(typed));
    }

    /** No id is zero: what is not a number belongs to nobody. */
    private static long id(String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    record Reveal(String field, String reason) {}

    record Revealed(String value) {
        @Override
        public String toString() {
            return "Revealed[…]";
        }
    }
}
