package cn.tuanwu.api.review;

import cn.tuanwu.form.Form;
import cn.tuanwu.form.Replacement;
import cn.tuanwu.review.ReviewTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The papers of a review that is about a form: the new one, and the one it is to replace. */
@Component
class ReviewPapers {
    private static final String NEW = "new";
    private static final String OLD = "old";

    private final Replacement forms;

    ReviewPapers(Replacement forms) {
        this.forms = forms;
    }

    /** The new one first; none of any other review. */
    List<Paper> of(ReviewTask task) {
        return Stream.of(NEW, OLD)
                .flatMap(which -> form(task, which).map(form -> Paper.of(which, form)).stream())
                .toList();
    }

    /** @param which "new" or "old" */
    Optional<Form> form(ReviewTask task, String which) {
        if (task.formId() == null) {
            return Optional.empty();
        }
        return switch (which) {
            case NEW -> forms.find(task.formId());
            case OLD -> forms.before(task.formId());
            default -> Optional.empty();
        };
    }

    /** @param edition the member's how many-th */
    record Paper(String which, int edition, int pages, String filedBy, Instant filedAt) {
        static Paper of(String which, Form form) {
            return new Paper(which, form.edition(), form.pages(), form.filedBy(), form.filedAt());
        }
    }
}
