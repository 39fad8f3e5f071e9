package cn.tuanwu.api.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.Admission;
import cn.tuanwu.registration.Caution;
import cn.tuanwu.registration.Edit;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.registration.RegistrationBook.Sheet;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a review looks on an operator's page; masked like a card. */
@Component
class ReviewPages {
    private final RegistrationBook book;
    private final ReviewMoves moves;
    private final ReviewDesk reviews;
    private final ReviewEvidence evidence;
    private final ReviewPapers papers;

    ReviewPages(
            RegistrationBook book,
            ReviewMoves moves,
            ReviewDesk reviews,
            ReviewEvidence evidence,
            ReviewPapers papers) {
        this.papers = papers;
        this.moves = moves;
        this.book = book;
        this.reviews = reviews;
        this.evidence = evidence;
    }

    Line line(ReviewTask task) {
        Sheet sheet = sheet(task);
        return new Line(
                Long.toString(task.id()),
                sheet.name(),
                task.branch().name(),
                Check.of(sheet.realName()),
                isWhole(task, sheet) && !sheet.caution().isEmpty(),
                task.openedAt(),
                task.kind());
    }

    /**
     * @param mayDecide whether the reader may, or only look
     * @param concerned whether the reader decides it, or looks at whatever is below; not just who sent back before
     */
    Detail detail(ReviewTask task, boolean mayDecide, boolean concerned) {
        Optional<Sheet> sheet = book.sheet(task.registrationId());
        // When the member went on to another branch, the rest is not this operator's to see.
        Optional<Sheet> seen = sheet.filter(one -> isTheirs(task, one));
        Optional<Sheet> whole = seen.filter(one -> isWhole(task, one) && (concerned || !isPassing(task)));
        boolean about = isAbout(task, sheet);
        boolean open = task.isOpen();
        boolean theirs = open && mayDecide;
        boolean itself = task.kind() == ReviewTask.Kind.REGISTRATION;
        RealName.State checked = sheet.map(Sheet::realName).orElse(RealName.State.FAILED);
        return new Detail(
                Long.toString(task.id()),
                task.state(),
                task.branch().name(),
                whole.map(Person::of).or(() -> seen.map(Person::taken)).orElse(null),
                Check.of(checked),
                whole.map(Sheet::cautions).orElse(List.of()).stream()
                        .map(Caution::text)
                        .toList(),
                task.openedAt(),
                task.escalated(),
                open ? null : new Verdict(reviews.truth(task), task.decidedBy(), task.decidedAt(), task.reason()),
                theirs && (!itself || checked.isPassed()),
                theirs,
                theirs ? reasons(task.kind()) : List.of(),
                task.kind(),
                about ? evidence.changes(task).orElseGet(() -> moves.of(task)) : List.of(),
                about ? evidence.words(task) : null,
                about ? evidence.photos(task) : List.of(),
                about ? papers.of(task) : List.of(),
                transferId(task));
    }

    /** A picture that supports what this task is about, and a line in the audit; empty when it shows none of that id. */
    Optional<byte[]> photo(Caller.Staff caller, ReviewTask task, long photo) {
        return isAbout(task, book.sheet(task.registrationId())) ? evidence.open(caller, task, photo) : Optional.empty();
    }

    /** What a task is about is shown with the member, and stays when it is over and the member is still there. */
    private static boolean isAbout(ReviewTask task, Optional<Sheet> sheet) {
        return sheet.filter(one -> isTheirs(task, one) || one.branch().isWithin(task.branch()))
                .isPresent();
    }

    /** Whoever is asked in a transfer sees whom it is about, as long as they are asked. */
    private static boolean isTheirs(ReviewTask task, Sheet sheet) {
        if (task.kind() == ReviewTask.Kind.LEAVING) {
            return sheet.branch().isWithin(task.branch());
        }
        return isPassing(task)
                ? task.isOpen()
                : sheet.branch().id() == task.branch().id();
    }

    /** Who only takes, or hears what is said against their return, sees name and masked document. */
    private static boolean isWhole(ReviewTask task, Sheet sheet) {
        return !isPassing(task) || sheet.branch().isWithin(task.branch());
    }

    private static boolean isPassing(ReviewTask task) {
        return task.kind() == ReviewTask.Kind.TRANSFER || task.kind() == ReviewTask.Kind.APPEAL;
    }

    static String transferId(ReviewTask task) {
        Long id = task.transferId() == null ? task.appealId() : task.transferId();
        return id == null ? null : Long.toString(id);
    }

    static List<Reason> reasons(ReviewTask.Kind kind) {
        return ReturnReason.of(kind).stream()
                .map(reason -> new Reason(reason.name(), reason.text(), reason == ReturnReason.OTHER))
                .toList();
    }

    private Sheet sheet(ReviewTask task) {
        return book.sheet(task.registrationId()).orElseThrow();
    }

    record Line(
            String id,
            String name,
            String branch,
            Check realName,
            boolean warned,
            Instant submittedAt,
            ReviewTask.Kind kind) {}

    /**
     * @param person null when it is not this operator's to see any more
     * @param decided null while it is open
     * @param changes of an edit or a correction: old and new; empty for a registration
     * @param evidence what a correction or an appeal is supported by, or null
     * @param photos ids of the pictures that support it
     * @param papers of a review about a form
     * @param transferId of a review about a transfer or an appeal, else null
     */
    record Detail(
            String id,
            ReviewTask.State state,
            String branch,
            Person person,
            Check realName,
            List<String> warnings,
            Instant submittedAt,
            boolean escalated,
            Verdict decided,
            boolean canApprove,
            boolean canReturn,
            List<Reason> reasons,
            ReviewTask.Kind kind,
            List<Edit.Change> changes,
            String evidence,
            List<String> photos,
            List<ReviewPapers.Paper> papers,
            String transferId) {}

    /** @param phone null, as the month, when the member is not the reader's */
    record Person(String name, String document, String phone, String joinMonth) {
        static Person of(Sheet sheet) {
            return new Person(sheet.name(), sheet.document(), sheet.phone(), sheet.joinMonth());
        }

        static Person taken(Sheet sheet) {
            return new Person(sheet.name(), sheet.document(), null, null);
        }
    }

    /** The real-name check, with what it means for whoever decides. */
    record Check(RealName.State state, String label, String text) {
        static Check of(RealName.State state) {
            String text =
                    switch (state) {
                        case CHECKING -> Admission.REALNAME_CHECKING.text();
                        case FAILED -> Admission.REALNAME_FAILED.text();
                        case PASSED -> "姓名与证件号码核对一致。";
                        case OFFLINE -> "已在线下核对证件。";
                    };
            return new Check(state, state.label(), text);
        }
    }

    /** @param text the same sentence that stands on every card */
    record Verdict(String text, String by, Instant at, String reason) {}

    /** @param needsNote it says nothing without the operator's own words */
    record Reason(String code, String text, boolean needsNote) {}
}
