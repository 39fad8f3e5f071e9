package cn.tuanwu.review;

import cn.tuanwu.kernel.Ids;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.registration.Edit;
import cn.tuanwu.registration.Registration;
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
        open(ReviewTask.Kind.REGISTRATION, submitted.registrationId(), null, submitted.branch());
    }

    @EventListener
    void open(Registration.EditSubmitted submitted) {
        boolean correction = submitted.kind() == Edit.Kind.CORRECTION;
        open(
                correction ? ReviewTask.Kind.CORRECTION : ReviewTask.Kind.EDIT,
                submitted.registrationId(),
                submitted.editId(),
                submitted.branch());
    }

    private void open(ReviewTask.Kind kind, long registrationId, Long editId, Organisation branch) {
        ReviewTaskRow row = new ReviewTaskRow();
        row.id = ids.next();
        row.kind = kind;
        row.registrationId = registrationId;
        row.editId = editId;
        row.branchId = branch.id();
        row.openedAt = clock.instant();
        rows.insert(row);
        for (long staff : deciders.of(tasks.find(row.id).orElseThrow())) {
            cards.open(row.id, staff, Duration.ZERO);
        }
        pushes.enqueue(CardPushes.escalation(row.id).after(quiet.later(clock.instant(), pace.escalateAfter())));
    }

    @EventListener
    void cancel(Registration.Withdrawn withdrawn) {
        ReviewTaskRow row = rows.openOf(withdrawn.registrationId());
        if (row != null && rows.cancel(row.id, clock.instant()) == 1) {
            cards.closeAll(row.id, null);
            pushes.cancel(CardPushes.escalation(row.id).key(), "withdrawn");
        }
    }
}
