package cn.tuanwu.api.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.registration.OfflinePass;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.PendingDesk;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 资料审核 at the console: the reviews of the caller's organisation and of all below it. */
@RestController
@RequestMapping("/api/console/reviews")
class ConsoleReviewController {
    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final ReviewDesk reviews;
    private final PendingDesk pending;
    private final ConsoleReviewPages pages;
    private final Once once;

    ConsoleReviewController(ReviewDesk reviews, PendingDesk pending, ConsoleReviewPages pages, Once once) {
        this.reviews = reviews;
        this.pending = pending;
        this.pages = pages;
        this.once = once;
    }

    /** @param after the {@code next} of the page before */
    @GetMapping
    Waiting list(
            Caller.Viewer caller,
            @RequestParam(name = "kind", required = false) String kind,
            @RequestParam(name = "realName", required = false) String realName,
            @RequestParam(name = "organisation", required = false) String organisation,
            @RequestParam(name = "olderThanHours", required = false) Integer olderThanHours,
            @RequestParam(name = "after", required = false) String after,
            @RequestParam(name = "size", required = false) Integer size) {
        int most = size == null ? PAGE : Math.max(1, Math.min(size, LARGEST_PAGE));
        PendingDesk.Wish wish = new TypedFilter(kind, realName, organisation, olderThanHours).read();
        PendingDesk.Page page = pending.page(caller, wish, after == null ? null : TypedFilter.id(after), most);
        return new Waiting(
                page.tasks().stream().map(task -> pages.line(caller, task)).toList(),
                page.next() == null ? null : Long.toString(page.next()),
                pending.count(caller, wish));
    }

    @GetMapping("/{id}")
    ConsoleReviewPages.Detail one(Caller.Viewer caller, @PathVariable("id") String id) {
        return pages.detail(caller, task(caller, id));
    }

    /** Each look is in the audit. */
    @GetMapping("/{id}/photos/{photo}")
    ResponseEntity<byte[]> photo(
            Caller.Reviewer caller, @PathVariable("id") String id, @PathVariable("photo") String photo) {
        byte[] picture = pages.photo(caller, task(caller, id), TypedFilter.id(photo))
                .orElseThrow(() -> new RefusedRequest(List.of(ReviewDesk.UNKNOWN)));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(picture);
    }

    /** Many are decided one by one, each with its own key: what one of them meets never stops the others. */
    @PostMapping(path = "/{id}/decision", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] decide(Caller.Reviewer caller, Call call, @PathVariable("id") String id, @RequestBody TypedDecision wish) {
        Decision decision = RefusedRequest.unlessDone(wish.read());
        return decide(caller, call, id, decision);
    }

    /** 线下通过 */
    @PostMapping(path = "/{id}/offline-pass", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] passOffline(Caller.Reviewer caller, Call call, @PathVariable("id") String id, @RequestBody Proof wish) {
        return decide(caller, call, id, new Decision.PassOffline(RefusedRequest.unlessDone(wish.read())));
    }

    private byte[] decide(Caller.Reviewer caller, Call call, String id, Decision decision) {
        return once.json(call, () -> reviews.decideAtConsole(caller, TypedFilter.id(id), decision)
                .map(task -> pages.detail(caller, task)));
    }

    private ReviewTask task(Caller.AtConsole caller, String id) {
        return reviews.find(caller, TypedFilter.id(id))
                .orElseThrow(() -> new RefusedRequest(List.of(ReviewDesk.UNKNOWN)));
    }

    /** @param photos ids of pictures that were handed in before */
    record Proof(String explanation, List<String> photos) {
        Outcome<OfflinePass.Proof> read() {
            return OfflinePass.Proof.of(
                    explanation,
                    photos == null
                            ? List.of()
                            : photos.stream().map(TypedFilter::id).toList());
        }

        @Override
        public String toString() {
            return "Proof[…]";
        }
    }

    /** @param count how many there are in all */
    record Waiting(List<ConsoleReviewPages.Line> items, String next, int count) {}
}
