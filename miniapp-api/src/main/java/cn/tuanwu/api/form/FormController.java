package cn.tuanwu.api.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.form.FormDesk;
import cn.tuanwu.insight.Member;
import cn.tuanwu.insight.MemberDesk;
import java.net.URI;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One member's forms: what there was, what is in one, taking it along, taking it back. */
@RestController
class FormController {
    private static final int LINK_SECONDS = 300;
    private static final int USUAL_WIDTH = 1400;

    private final FormDesk forms;
    private final MemberDesk members;
    private final Once once;

    FormController(FormDesk forms, MemberDesk members, Once once) {
        this.forms = forms;
        this.members = members;
        this.once = once;
    }

    @GetMapping("/api/console/members/{id}/forms")
    History history(Caller.Viewer caller, @PathVariable("id") String id) {
        Member member = members.find(caller, TypedId.of(id))
                .map(Member.Details::member)
                .orElseThrow(() -> new RefusedRequest("MEMBER_UNKNOWN", "没有找到这名团员。"));
        return new History(
                member.name(),
                forms.history(caller, member.id()).stream().map(FormView::of).toList());
    }

    @GetMapping("/api/console/forms/{id}")
    Opened open(Caller.Viewer caller, @PathVariable("id") String id) {
        FormDesk.Viewing viewing = RefusedRequest.unlessDone(forms.view(caller, TypedId.of(id)));
        return new Opened(viewing.name(), FormView.of(viewing.form()));
    }

    @GetMapping("/api/console/forms/{id}/pages/{page}")
    ResponseEntity<byte[]> page(
            Caller.Viewer caller,
            @PathVariable("id") String id,
            @PathVariable("page") String page,
            @RequestParam(name = "width", required = false) Integer width) {
        int number = page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 0;
        byte[] picture = RefusedRequest.unlessDone(
                forms.page(caller, TypedId.of(id), number, width == null ? USUAL_WIDTH : width));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(picture);
    }

    @PostMapping(path = "/api/console/forms/{id}/withdraw", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] withdraw(Caller.Reviewer caller, Call call, @PathVariable("id") String id) {
        return once.json(call, () -> forms.withdraw(caller, TypedId.of(id)).map(FormView::of));
    }

    /** Asked twice it counts twice: an address kept for repeating would be one lent without a line in the audit. */
    @PostMapping("/api/console/forms/{id}/link")
    ResponseEntity<Lent> link(Caller.Reviewer caller, Call call, @PathVariable("id") String id) {
        URI address = RefusedRequest.unlessDone(forms.link(caller, TypedId.of(id)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Lent(address.toString(), LINK_SECONDS));
    }

    /** @param member whose they are */
    record History(String member, List<FormView> items) {}

    record Opened(String member, FormView form) {}

    /** @param address of this house when it begins with a slash */
    record Lent(String address, int seconds) {
        @Override
        public String toString() {
            return "Lent[…]";
        }
    }
}
