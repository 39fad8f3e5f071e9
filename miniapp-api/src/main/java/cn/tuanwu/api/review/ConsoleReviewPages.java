package cn.tuanwu.api.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.Admission;
import cn.tuanwu.registration.Caution;
import cn.tuanwu.registration.Edit;
import cn.tuanwu.registration.FormBook;
import cn.tuanwu.registration.OfflineDesk;
import cn.tuanwu.registration.OfflinePass;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.registration.RegistrationBook.Sheet;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.transfer.PassageDesk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a review looks at the console: everything that was submitted, document and phone masked. */
@Component
class ConsoleReviewPages {
    private final RegistrationBook book;
    private final FormBook forms;
    private final OfflineDesk offline;
    private final ReviewEvidence evidence;
    private final ReviewDesk reviews;
    private final ReviewMoves moves;
    private final ReviewPapers papers;
    private final PassageDesk passages;

    ConsoleReviewPages(
            RegistrationBook book,
            FormBook forms,
            OfflineDesk offline,
            ReviewEvidence evidence,
            ReviewDesk reviews,
            ReviewMoves moves,
            ReviewPapers papers,
            PassageDesk passages) {
        this.passages = passages;
        this.papers = papers;
        this.book = book;
        this.forms = forms;
        this.offline = offline;
        this.evidence = evidence;
        this.reviews = reviews;
        this.moves = moves;
    }

    Line line(Caller.AtConsole caller, ReviewTask task) {
        Optional<Sheet> sheet = visible(caller, task);
        Optional<PassageDesk.Passage> taken = taken(caller, task);
        RealName.State checked = checked(task);
        Optional<Refusal> refusal = reviews.refusal(caller, task);
        boolean open = task.isOpen() && refusal.isEmpty();
        return new Line(
                Long.toString(task.id()),
                task.kind(),
                sheet.flatMap(one -> forms.name(one.registrationId()))
                        .or(() -> taken.map(PassageDesk.Passage::name))
                        .orElse(null),
                sheet.map(Sheet::phone).orElse(null),
                sheet.map(Sheet::document)
                        .or(() -> taken.map(PassageDesk.Passage::document))
                        .orElse(null),
                sheet.map(Sheet::joinMonth).orElse(null),
                new Branch(Long.toString(task.branch().id()), task.branch().name()),
                check(checked),
                sheet.filter(one -> !one.caution().isEmpty()).isPresent(),
                task.openedAt(),
                task.escalated(),
                open && (task.kind() != ReviewTask.Kind.REGISTRATION || checked.isPassed()),
                open,
                open && task.kind() == ReviewTask.Kind.REGISTRATION && checked == RealName.State.FAILED,
                task.isOpen() ? refusal.map(Refusal::text).orElse(null) : null);
    }

    Detail detail(Caller.AtConsole caller, ReviewTask task) {
        Optional<Sheet> sheet = visible(caller, task);
        boolean theirs = isTheirs(caller, task);
        return new Detail(
                line(caller, task),
                task.state(),
                sheet.map(one -> forms.of(one.registrationId())).orElse(List.of()),
                sheet.map(Sheet::cautions).orElse(List.of()).stream()
                        .map(Caution::text)
                        .toList(),
                theirs ? evidence.changes(task).orElseGet(() -> moves.of(task)) : List.of(),
                theirs ? evidence.words(task) : null,
                theirs ? evidence.photos(task) : List.of(),
                sheet.flatMap(one -> offline.of(one.registrationId()))
                        .map(Passed::of)
                        .orElse(null),
                task.isOpen()
                        ? null
                        : new ReviewPages.Verdict(
                                reviews.truth(task), task.decidedBy(), task.decidedAt(), task.reason()),
                task.isOpen() ? ReviewPages.reasons(task.kind()) : List.of(),
                sheet.isPresent() ? papers.of(task) : List.of(),
                ReviewPages.transferId(task));
    }

    /** A picture that belongs to this task, and a line in the audit; empty when it has none of that id for the caller. */
    Optional<byte[]> photo(Caller.Reviewer caller, ReviewTask task, long photo) {
        if (evidence.has(task)) {
            return isTheirs(caller, task) ? evidence.open(caller, task, photo) : Optional.empty();
        }
        return visible(caller, task).flatMap(sheet -> offline.open(caller, sheet.registrationId(), photo));
    }

    private boolean isTheirs(Caller.AtConsole caller, ReviewTask task) {
        return visible(caller, task).isPresent() || taken(caller, task).isPresent();
    }

    /** When the member went on to a branch elsewhere, the rest is not this caller's to see. */
    private Optional<Sheet> visible(Caller.AtConsole caller, ReviewTask task) {
        return book.sheet(task.registrationId()).filter(sheet -> sheet.branch().isWithin(caller.organisation()));
    }

    /** Who takes a member sees whom, before the member is theirs. */
    private Optional<PassageDesk.Passage> taken(Caller.AtConsole caller, ReviewTask task) {
        Long transfer = task.transferId() == null ? task.appealId() : task.transferId();
        return task.isOpen() && transfer != null ? passages.find(caller, transfer) : Optional.empty();
    }

    private RealName.State checked(ReviewTask task) {
        return book.sheet(task.registrationId()).map(Sheet::realName).orElse(RealName.State.FAILED);
    }

    private static ReviewPages.Check check(RealName.State state) {
        ReviewPages.Check onPhone = ReviewPages.Check.of(state);
        return switch (state) {
            case CHECKING -> new ReviewPages.Check(state, state.label(), Admission.REALNAME_CHECKING_HERE.text());
            case FAILED -> new ReviewPages.Check(state, state.label(), Admission.REALNAME_FAILED_HERE.text());
            case PASSED, OFFLINE -> onPhone;
        };
    }

    private static List<String> ids(List<Long> photos) {
        return photos.stream().map(String::valueOf).toList();
    }

    record Branch(String id, String name) {}

    /**
     * @param name whole; null as phone and document are when the member is elsewhere now
     * @param why why the caller may not decide what waits, or null
     */
    record Line(
            String id,
            ReviewTask.Kind kind,
            String name,
            String phone,
            String documentNumber,
            String joinMonth,
            Branch branch,
            ReviewPages.Check realName,
            boolean warned,
            Instant submittedAt,
            boolean escalated,
            boolean canApprove,
            boolean canReturn,
            boolean canPassOffline,
            String why) {}

    /**
     * @param form what was submitted, field by field
     * @param changes of an edit or a correction: old and new
     * @param offline how it was passed offline, or null
     * @param decided null while it is open
     * @param papers of a review about a form
     * @param transferId of a review about a transfer or an appeal, else null
     */
    record Detail(
            Line line,
            ReviewTask.State state,
            List<FormBook.Field> form,
            List<String> warnings,
            List<Edit.Change> changes,
            String evidence,
            List<String> photos,
            Passed offline,
            ReviewPages.Verdict decided,
            List<ReviewPages.Reason> reasons,
            List<ReviewPapers.Paper> papers,
            String transferId) {}

    record Passed(String explanation, String by, Instant at, List<String> photos) {
        static Passed of(OfflinePass pass) {
            return new Passed(pass.explanation(), pass.by(), pass.at(), ids(pass.photos()));
        }
    }
}
