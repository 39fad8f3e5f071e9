package cn.tuanwu.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.rebind.Handover;
import cn.tuanwu.registration.Admission;
import cn.tuanwu.registration.Registration;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Decides review tasks (product §5). Every door comes here; of several decisions exactly one wins, by
 * one conditional update.
 */
@Service
public class ReviewDesk {
    private static final Refusal NOT_YOURS = Refusal.of("NOT_YOUR_TASK", "您不是该团支部的审核人，不能审核。");
    public static final Refusal UNKNOWN = Refusal.of("TASK_UNKNOWN", "没有找到这条审核任务，可能已不由您负责。");

    private final ReviewTaskRows rows;
    private final ReviewTasks tasks;
    private final CardDesk cards;
    private final Admission admission;
    private final Handover handover;
    private final Deciders deciders;
    private final Roster roster;
    private final PushDesk pushes;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    ReviewDesk(
            ReviewTaskRows rows,
            ReviewTasks tasks,
            CardDesk cards,
            Admission admission,
            Handover handover,
            Deciders deciders,
            Roster roster,
            PushDesk pushes,
            AuditDesk audit,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.tasks = tasks;
        this.cards = cards;
        this.admission = admission;
        this.handover = handover;
        this.deciders = deciders;
        this.roster = roster;
        this.pushes = pushes;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * Decides a task from a phone. Refused with NOT_YOUR_TASK, TASK_UNKNOWN, ALREADY_DECIDED (the text tells by whom and
     * when), REALNAME_CHECKING, REALNAME_FAILED, REBIND_MOVED_ON, REBIND_PHONE_BUSY; a refusal changes nothing. In one
     * transaction: the decision, its subject's move, the audit line, the pushes.
     */
    public Outcome<ReviewTask> decideOnPhone(Caller.Staff reviewer, long taskId, Decision decision) {
        return tx.write(() -> {
            Optional<ReviewTask> task = find(taskId);
            if (task.isEmpty()) {
                return Outcome.refused(UNKNOWN);
            }
            return mayDecide(reviewer.staffId(), task.get())
                    ? decide(reviewer, task.get(), decision, reviewer.staffId())
                    : Outcome.refused(NOT_YOURS);
        });
    }

    /**
     * The same decision from a page on the phone: no card was tapped, so each is closed by its push at once. A task the
     * caller may not decide is TASK_UNKNOWN, like one that does not exist.
     */
    public Outcome<ReviewTask> decideOnPage(Caller.Staff reviewer, long taskId, Decision decision) {
        return tx.write(() -> find(reviewer, taskId)
                .map(task -> decide(reviewer, task, decision, null))
                .orElseGet(() -> Outcome.refused(UNKNOWN)));
    }

    /** Empty as well when the caller may not decide it. */
    public Optional<ReviewTask> find(Caller.Staff caller, long taskId) {
        return find(taskId).filter(task -> mayDecide(caller.staffId(), task));
    }

    public Optional<ReviewTask> find(long taskId) {
        return tasks.find(taskId);
    }

    /** Asked anew at every use: someone taken off the roster can't decide any more. */
    public boolean mayDecide(long staffId, ReviewTask task) {
        return deciders.mayDecide(staffId, task);
    }

    /**
     * Today's truth about a task in one sentence, for cards and late taps; it tells of a newer submission of the same
     * registration, which has its own card.
     */
    public String truth(ReviewTask task) {
        boolean again = !task.isOpen()
                && tasks.openOf(task.registrationId())
                        .filter(open -> open.kind() == task.kind())
                        .isPresent();
        return task.verdict(clock.instant()) + (again ? "；团员已重新提交，请看新的卡片" : "");
    }

    /** @param tapped whose card will change in the answer to their tap, or null */
    private Outcome<ReviewTask> decide(Caller.Staff reviewer, ReviewTask task, Decision decision, Long tapped) {
        if (!task.isOpen() || record(reviewer, task, decision) == 0) {
            return already(find(task.id()).orElseThrow());
        }
        if (carryOut(reviewer, task, decision) instanceof Outcome.Refused<?> refused) {
            return Outcome.refused(refused.refusals());
        }
        tell(task, tapped);
        boolean approved = decision instanceof Decision.Approve;
        audit.append(
                reviewer.actor(), approved ? "review.approved" : "review.returned", "review-task", task.id(), null);
        return Outcome.done(find(task.id()).orElseThrow());
    }

    private Outcome<?> carryOut(Caller.Staff reviewer, ReviewTask task, Decision decision) {
        String by = reviewer.name();
        boolean approved = decision instanceof Decision.Approve;
        Registration.Reason reason = decision instanceof Decision.SendBack back ? reason(back) : null;
        return switch (task.kind()) {
            case REGISTRATION ->
                approved
                        ? admission.approveOnPhone(task.registrationId(), by)
                        : admission.sendBack(task.registrationId(), by, reason);
            case EDIT, CORRECTION ->
                approved ? admission.approveEdit(task.editId(), by) : admission.sendBackEdit(task.editId(), by, reason);
            case REBINDING ->
                approved
                        ? handover.approve(task.rebindingId(), by)
                        : handover.sendBack(task.rebindingId(), by, reason.text());
        };
    }

    private int record(Caller.Staff reviewer, ReviewTask task, Decision decision) {
        Instant now = clock.instant();
        if (decision instanceof Decision.SendBack back) {
            return rows.decide(
                    task.id(),
                    ReviewTask.State.RETURNED,
                    reviewer.staffId(),
                    now,
                    back.reason().name(),
                    back.text());
        }
        return rows.decide(task.id(), ReviewTask.State.APPROVED, reviewer.staffId(), now, null, null);
    }

    private void tell(ReviewTask task, Long tapped) {
        cards.closeAll(task.id(), tapped);
        pushes.cancel(CardPushes.escalation(task.id()).key(), "decided");
        // Both phones of a re-binding are told by SMS.
        if (task.kind() != ReviewTask.Kind.REBINDING) {
            pushes.enqueue(Push.now(PushKind.MEMBER_RESULT, task.id()));
        }
        for (Roster.Person admin : roster.adminsAbove(task.branch())) {
            pushes.enqueue(Push.now(PushKind.ADMIN_NOTICE, task.id(), admin.id()));
        }
    }

    private Outcome<ReviewTask> already(ReviewTask task) {
        return Outcome.refused(Refusal.of("ALREADY_DECIDED", truth(task)));
    }

    private static Registration.Reason reason(Decision.SendBack back) {
        return new Registration.Reason(back.reason().name(), back.text());
    }
}
