package cn.tuanwu.review;

import cn.tuanwu.erasure.ErasureRequest;
import cn.tuanwu.form.Form;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.leaving.Leaving;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.rebind.Rebinding;
import cn.tuanwu.registration.Edit;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.transfer.Appeal;
import cn.tuanwu.transfer.Transfer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a task for what is submitted, and cancels it when the member takes it back; in the transaction of the deed. */
@Component
class TaskOpening {
    private final ReviewTaskRows rows;
    private final ReviewTasks tasks;
    private final Deciders deciders;
    private final CardDesk cards;
    private final PushDesk pushes;
    private final ReviewPace pace;
    private final QuietHours quiet;
    private final Ids ids;
    private final Clock clock;

    TaskOpening(
            ReviewTaskRows rows,
            ReviewTasks tasks,
            Deciders deciders,
            CardDesk cards,
            PushDesk pushes,
            ReviewPace pace,
            QuietHours quiet,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.deciders = deciders;
        this.cards = cards;
        this.pushes = pushes;
        this.pace = pace;
        this.quiet = quiet;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    void open(Registration.Submitted submitted) {
        ReviewTaskRow row = row(ReviewTask.Kind.REGISTRATION, submitted.registrationId(), submitted.branch());
        open(row);
    }

    @EventListener
    void open(Registration.EditSubmitted submitted) {
        boolean correction = submitted.kind() == Edit.Kind.CORRECTION;
        ReviewTaskRow row = row(
                correction ? ReviewTask.Kind.CORRECTION : ReviewTask.Kind.EDIT,
                submitted.registrationId(),
                submitted.branch());
        row.editId = submitted.editId();
        open(row);
    }

    @EventListener
    void open(Rebinding.Opened opened) {
        ReviewTaskRow row = row(ReviewTask.Kind.REBINDING, opened.registrationId(), opened.branch());
        row.rebindingId = opened.rebindingId();
        open(row);
    }

    @EventListener
    void open(Form.Waits waiting) {
        ReviewTaskRow row = row(ReviewTask.Kind.FORM, waiting.registrationId(), waiting.branch());
        row.formId = waiting.formId();
        open(row);
    }

    @EventListener
    void open(Transfer.Waits waiting) {
        ReviewTaskRow row = row(ReviewTask.Kind.TRANSFER, waiting.registrationId(), waiting.organisation());
        row.transferId = waiting.transferId();
        row.transferNode = waiting.node();
        open(row);
    }

    @EventListener
    void open(Appeal.Waits waiting) {
        ReviewTaskRow row = row(ReviewTask.Kind.APPEAL, waiting.registrationId(), waiting.organisation());
        row.appealId = waiting.transferId();
        open(row);
    }

    @EventListener
    void open(Leaving.Waits waiting) {
        ReviewTaskRow row = row(ReviewTask.Kind.LEAVING, waiting.registrationId(), waiting.organisation());
        row.leavingId = waiting.leavingId();
        open(row);
    }

    @EventListener
    void open(ErasureRequest.Opened opened) {
        ReviewTaskRow row = row(ReviewTask.Kind.ERASURE, opened.registrationId(), opened.branch());
        row.erasureId = opened.erasureId();
        open(row);
    }

    @EventListener
    void cancel(ErasureRequest.Ended ended) {
        cancel(rows.ofErasure(ended.erasureId()));
    }

    private ReviewTaskRow row(ReviewTask.Kind kind, long registrationId, Organisation branch) {
        ReviewTaskRow row = new ReviewTaskRow();
        row.id = ids.next();
        row.kind = kind;
        row.registrationId = registrationId;
        row.branchId = branch.id();
        row.openedAt = clock.instant();
        return row;
    }

    private void open(ReviewTaskRow row) {
        rows.insert(row);
        for (long staff : deciders.of(tasks.find(row.id).orElseThrow())) {
            cards.open(row.id, staff, Duration.ZERO);
        }
        pushes.enqueue(CardPushes.escalation(row.id)
                .after(quiet.later(clock.instant(), pace.of(row.kind).escalateAfter())));
    }

    @EventListener
    void cancel(Registration.Withdrawn withdrawn) {
        cancel(rows.openOf(withdrawn.registrationId()));
    }

    @EventListener
    void cancel(Rebinding.Ended ended) {
        cancel(rows.ofRebinding(ended.rebindingId()));
    }

    @EventListener
    void cancel(Form.Ended ended) {
        cancel(rows.ofForm(ended.formId()));
    }

    @EventListener
    void cancel(Transfer.Ended ended) {
        cancel(rows.openOfTransfer(ended.transferId()));
    }

    @EventListener
    void cancel(Appeal.Ended ended) {
        cancel(rows.ofAppeal(ended.transferId()));
    }

    @EventListener
    void cancel(Leaving.Ended ended) {
        cancel(rows.openOfLeaving(ended.leavingId()));
    }

    /** Joins the transaction. */
    void cancel(long task) {
        cancel(rows.find(task));
    }

    private void cancel(ReviewTaskRow row) {
        if (row != null && rows.cancel(row.id, clock.instant()) == 1) {
            cards.closeAll(row.id, null);
            pushes.cancel(CardPushes.escalation(row.id).key(), "withdrawn");
        }
    }
}
