package cn.tuanwu.api.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
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
    private static final Refusal WHAT = Refusal.at("decision", "DECISION_INVALID", "请选择同意或退回。");

    private final ReviewDesk reviews;
    private final WaitingDesk waiting;
    private final ReviewPages pages;
    private final Once once;
    private final Clock clock;

    WorkReviewController(ReviewDesk reviews, WaitingDesk waiting, ReviewPages pages, Once once, Clock clock) {
        this.reviews = reviews;
        this.waiting = waiting;
        this.pages = pages;
        this.once = once;
        this.clock = clock;
    }

    /** @param before the {@code next} of the page before */
    @GetMapping
    Waiting list(Caller.Staff caller, @RequestParam(name = "before", required = false) String before) {
        WaitingDesk.Page page = waiting.page(caller, before == null ? null : id(before), PAGE);
        WaitingDesk.Decided decided =
                waiting.decidedBy(caller.staffId(), clock.instant().minus(LATELY));
        return new Waiting(
                caller.name(),
                new Counts(waiting.count(caller.staffId()), decided.approved(), decided.returned()),
                page.tasks().stream().map(pages::line).toList(),
                page.next() == null ? null : Long.toString(page.next()));
    }

    @GetMapping("/{id}")
    ReviewPages.Detail one(Caller.Staff caller, @PathVariable("id") String id) {
        return reviews.find(caller, id(id))
                .map(pages::detail)
                .orElseThrow(() -> new RefusedRequest(List.of(ReviewDesk.UNKNOWN)));
    }

    /** Only for who may decide, and kept nowhere on the way. */
    @GetMapping(path = "/{id}/photos/{photo}")
    ResponseEntity<byte[]> photo(
            Caller.Staff caller, @PathVariable("id") String id, @PathVariable("photo") String photo) {
        byte[] picture = reviews.find(caller, id(id))
                .flatMap(task -> pages.photo(task, id(photo)))
                .orElseThrow(() -> new RefusedRequest(List.of(ReviewDesk.UNKNOWN)));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(picture);
    }

    @PostMapping(path = "/{id}/decision", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] decide(Caller.Staff caller, Call call, @PathVariable("id") String id, @RequestBody Wish wish) {
        Decision decision = RefusedRequest.unlessDone(wish.read());
        return once.json(
                call, () -> reviews.decideOnPage(caller, id(id), decision).map(pages::detail));
    }

    /** No id is zero: what is not a number belongs to nobody. */
    private static long id(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    /**
     * @param decision APPROVE or RETURN
     * @param reason for RETURN: a code of the detail's {@code reasons}
     * @param note for RETURN: the operator's own words, or nothing
     */
    record Wish(String decision, String reason, String note) {

        Outcome<? extends Decision> read() {
            return switch (decision == null ? "" : decision) {
                case "APPROVE" -> Outcome.done(new Decision.Approve());
                case "RETURN" -> Decision.SendBack.of(reason, note);
                default -> Outcome.refused(WHAT);
            };
        }

        @Override
        public String toString() {
            return "Wish[" + decision + "]";
        }
    }

    /** @param approved what the caller decided in the last seven days */
    record Counts(int waiting, int approved, int returned) {}

    record Waiting(String name, Counts counts, List<ReviewPages.Line> items, String next) {}
}
