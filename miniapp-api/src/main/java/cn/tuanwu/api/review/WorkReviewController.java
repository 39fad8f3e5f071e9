package cn.tuanwu.api.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.PendingDesk;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.review.WaitingDesk;
import java.time.Clock;
import java.time.Duration;
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

/** An operator's reviews. What the caller may not decide does not exist for them, whatever the branch. */
@RestController
@RequestMapping("/api/work/reviews")
class WorkReviewController {
    private static final int PAGE = 20;
    private static final Duration LATELY = Duration.ofDays(7);

    private final ReviewDesk reviews;
    private final WaitingDesk waiting;
    private final PendingDesk pending;
    private final ReviewPages pages;
    private final Once once;
    private final Clock clock;

    WorkReviewController(
            ReviewDesk reviews, WaitingDesk waiting, PendingDesk pending, ReviewPages pages, Once once, Clock clock) {
        this.reviews = reviews;
        this.waiting = waiting;
        this.pending = pending;
        this.pages = pages;
        this.once = once;
        this.clock = clock;
    }

    /**
     * @param kind one of the kinds, or nothing for all
     * @param before the {@code next} of the page before
     */
    @GetMapping
    Waiting list(
            Caller.Staff caller,
            @RequestParam(name = "kind", required = false) String kind,
            @RequestParam(name = "before", required = false) String before) {
        ReviewTask.Kind wanted = TypedFilter.kind(kind);
        Long from = before == null ? null : TypedFilter.id(before);
        WaitingDesk.Decided decided =
                waiting.decidedBy(caller.staffId(), clock.instant().minus(LATELY));
        if (pending.isLookOnly(caller)) {
            PendingDesk.Page page = pending.lookedAt(caller, wanted, from, PAGE);
            return waiting(caller, pending.waitingFor(caller).all(), decided, page.tasks(), page.next());
        }
        WaitingDesk.Page page = waiting.page(caller, wanted, from, PAGE);
        return waiting(caller, waiting.count(caller.staffId()), decided, page.tasks(), page.next());
    }

    private Waiting waiting(
            Caller.Staff caller, int count, WaitingDesk.Decided decided, List<ReviewTask> tasks, Long next) {
        return new Waiting(
                caller.name(),
                new Counts(count, decided.approved(), decided.returned()),
                tasks.stream().map(pages::line).toList(),
                next == null ? null : Long.toString(next));
    }

    @GetMapping("/{id}")
    ReviewPages.Detail one(Caller.Staff caller, @PathVariable("id") String id) {
        return reviews.find(caller, TypedFilter.id(id))
                .map(task -> detail(caller, task))
                .orElseThrow(() -> new RefusedRequest(List.of(ReviewDesk.UNKNOWN)));
    }

    private ReviewPages.Detail detail(Caller.Staff caller, ReviewTask task) {
        boolean mayDecide = reviews.mayDecide(caller.staffId(), task);
        return pages.detail(task, mayDecide, mayDecide || reviews.mayLook(caller, task));
    }

    /** Only for who may decide, and kept nowhere on the way. */
    @GetMapping(path = "/{id}/photos/{photo}")
    ResponseEntity<byte[]> photo(
            Caller.Staff caller, @PathVariable("id") String id, @PathVariable("photo") String photo) {
        byte[] picture = reviews.find(caller, TypedFilter.id(id))
                .filter(task -> reviews.mayDecide(caller.staffId(), task))
                .flatMap(task -> pages.photo(caller, task, TypedFilter.id(photo)))
                .orElseThrow(() -> new RefusedRequest(List.of(ReviewDesk.UNKNOWN)));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(picture);
    }

    @PostMapping(path = "/{id}/decision", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] decide(Caller.Staff caller, Call call, @PathVariable("id") String id, @RequestBody TypedDecision wish) {
        Decision decision = RefusedRequest.unlessDone(wish.read());
        return once.json(call, () -> reviews.decideOnPage(caller, TypedFilter.id(id), decision)
                .map(task -> detail(caller, task)));
    }

    /** @param approved what the caller decided in the last seven days */
    record Counts(int waiting, int approved, int returned) {}

    record Waiting(String name, Counts counts, List<ReviewPages.Line> items, String next) {}
}
