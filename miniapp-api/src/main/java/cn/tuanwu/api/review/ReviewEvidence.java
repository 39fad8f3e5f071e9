package cn.tuanwu.api.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.registration.Edit;
import cn.tuanwu.registration.EvidenceDesk;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.transfer.Appeal;
import cn.tuanwu.transfer.TransferBook;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the member brings forward for a correction or an appeal: words and pictures. */
@Component
class ReviewEvidence {
    private final RegistrationBook book;
    private final TransferBook transfers;
    private final EvidenceDesk pictures;

    ReviewEvidence(RegistrationBook book, TransferBook transfers, EvidenceDesk pictures) {
        this.book = book;
        this.transfers = transfers;
        this.pictures = pictures;
    }

    /** Null when there are none. */
    String words(ReviewTask task) {
        return task.editId() != null
                ? book.edit(task.editId()).evidence()
                : appeal(task).map(Appeal::words).orElse(null);
    }

    /** Ids of the pictures. */
    List<String> photos(ReviewTask task) {
        List<Long> ids = task.editId() != null
                ? pictures.of(task.editId())
                : appeal(task).map(Appeal::pictures).orElse(List.of());
        return ids.stream().map(String::valueOf).toList();
    }

    boolean has(ReviewTask task) {
        return task.editId() != null || task.appealId() != null;
    }

    /** With a line in the audit; empty when this task has no such picture. */
    Optional<byte[]> open(Caller.Staff caller, ReviewTask task, long photo) {
        if (task.appealId() != null) {
            return pictures.openOfAppeal(caller, task.appealId(), photo);
        }
        return task.editId() == null ? Optional.empty() : pictures.open(caller, task.editId(), photo);
    }

    /** As above, at the console. */
    Optional<byte[]> open(Caller.Reviewer caller, ReviewTask task, long photo) {
        if (task.appealId() != null) {
            return pictures.openOfAppeal(caller, task.appealId(), photo);
        }
        return task.editId() == null ? Optional.empty() : pictures.open(caller, task.editId(), photo);
    }

    /** What changes, of an edit; empty else. */
    Optional<List<Edit.Change>> changes(ReviewTask task) {
        return Optional.ofNullable(task.editId()).map(book::edit).map(Edit::changes);
    }

    private Optional<Appeal> appeal(ReviewTask task) {
        return Optional.ofNullable(task.appealId()).flatMap(transfers::find).map(transfer -> transfer.appeal());
    }
}
