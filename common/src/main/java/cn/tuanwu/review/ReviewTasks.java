package cn.tuanwu.review;

import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads tasks as others may see them: with the branch, and the name of who decided. */
@Component
class ReviewTasks {
    private final ReviewTaskRows rows;
    private final OrgDesk organisations;

    ReviewTasks(ReviewTaskRows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    Optional<ReviewTask> find(long taskId) {
        return Optional.ofNullable(rows.find(taskId)).map(this::task);
    }

    Optional<ReviewTask> openOf(long registrationId) {
        return Optional.ofNullable(rows.openOf(registrationId)).map(this::task);
    }

    Optional<ReviewTask> openOfTransfer(long transferId) {
        return Optional.ofNullable(rows.openOfTransfer(transferId)).map(this::task);
    }

    /** What is undecided in an organisation and below it. */
    List<ReviewTask> openWithin(Organisation organisation) {
        return all(rows.openWithin(organisation.path() + '%'));
    }

    List<ReviewTask> all(List<ReviewTaskRow> found) {
        return found.stream().map(this::task).toList();
    }

    private ReviewTask task(ReviewTaskRow row) {
        Organisation branch = organisations.find(row.branchId).orElseThrow();
        return new ReviewTask(
                row.id,
                row.registrationId,
                branch,
                row.state,
                row.openedAt,
                row.escalatedAt != null,
                row.decidedName,
                row.decidedAt,
                row.reason,
                row.kind,
                row.editId,
                row.rebindingId,
                row.formId,
                row.transferId,
                row.transferNode,
                row.appealId,
                row.leavingId,
                row.erasureId);
    }
}
