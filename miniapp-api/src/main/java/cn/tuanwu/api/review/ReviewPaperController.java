package cn.tuanwu.api.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.form.Form;
import cn.tuanwu.form.FormDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pages of the papers under review, with the viewer's name all over them; each opening is in the audit. */
@RestController
class ReviewPaperController {
    private static final int WIDTH = 1080;
    private static final Refusal NONE = Refusal.of("FORM_UNKNOWN", "没有找到这份志愿书。");

    private final ReviewDesk reviews;
    private final FormDesk forms;
    private final ReviewPapers papers;

    ReviewPaperController(ReviewDesk reviews, FormDesk forms, ReviewPapers papers) {
        this.reviews = reviews;
        this.forms = forms;
        this.papers = papers;
    }

    @GetMapping("/api/work/reviews/{id}/form/{which}/pages/{page}")
    ResponseEntity<byte[]> onPhone(
            Caller.Staff caller,
            @PathVariable("id") String id,
            @PathVariable("which") String which,
            @PathVariable("page") String page,
            @RequestParam(name = "width", required = false) Integer width) {
        Optional<ReviewTask> task = reviews.find(caller, TypedFilter.id(id));
        return picture(task, which, form -> forms.page(caller, form.id(), number(page), wide(width)));
    }

    @GetMapping("/api/console/reviews/{id}/form/{which}/pages/{page}")
    ResponseEntity<byte[]> atConsole(
            Caller.Viewer caller,
            @PathVariable("id") String id,
            @PathVariable("which") String which,
            @PathVariable("page") String page,
            @RequestParam(name = "width", required = false) Integer width) {
        Optional<ReviewTask> task = reviews.find(caller, TypedFilter.id(id));
        return picture(task, which, form -> forms.page(caller, form.id(), number(page), wide(width)));
    }

    private ResponseEntity<byte[]> picture(
            Optional<ReviewTask> found, String which, Function<Form, Outcome<byte[]>> drawing) {
        ReviewTask task = found.orElseThrow(() -> new RefusedRequest(List.of(ReviewDesk.UNKNOWN)));
        Form form = papers.form(task, which).orElseThrow(() -> new RefusedRequest(List.of(NONE)));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(RefusedRequest.unlessDone(drawing.apply(form)));
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
    }

    private static int wide(Integer width) {
        return width == null ? WIDTH : width;
    }
}
