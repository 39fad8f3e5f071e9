package cn.tuanwu.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Decides review tasks (product §5). Every door comes here: a card, a page on the phone, the console; of several decisions
 * exactly one wins, by one conditional update.
 */
@Service
public class ReviewDesk {
    private static final Refusal NOT_YOURS = Refusal.of("NOT_YOUR_TASK", "您不是该团支部的审核人，不能审核。");
    private static final Refusal LOOK_ONLY = Refusal.of("ROLE_INSUFFICIENT", "您的角色只能查看，不能审核。");
    public static final Refusal UNKNOWN = Refusal.of("TASK_UNKNOWN", "没有找到这条审核任务，可能已不由您负责。");

    private final ReviewTasks tasks;
    private final Deciding deciding;
    private final Deciders deciders;
    private final Tx tx;

    ReviewDesk(ReviewTasks tasks, Deciding deciding, Deciders deciders, Tx tx) {
        this.tasks = tasks;
        this.deciding = deciding;
        this.deciders = deciders;
        this.tx = tx;
    }

    /**
     * Decides a task from a phone. Refused with NOT_YOUR_TASK, TASK_UNKNOWN, ALREADY_DECIDED (the text tells by whom and
     * when), REALNAME_CHECKING, REALNAME_FAILED, REBIND_MOVED_ON, REBIND_PHONE_BUSY, FORM_OWN, FORM_MOVED_ON, or as
     * {@link cn.tuanwu.transfer.Passing#agree} is; a refusal changes nothing. In one transaction: the decision, its subject's move, the audit line, the pushes, {@link ReviewTask.Decided}.
     */
    public Outcome<ReviewTask> decideOnPhone(Caller.Staff reviewer, long taskId, Decision decision) {
        return tx.write(() -> {
            Optional<ReviewTask> task = find(taskId);
            if (task.isEmpty()) {
                return Outcome.refused(UNKNOWN);
            }
            return mayDecide(reviewer.staffId(), task.get())
                    ? deciding.decide(Decider.onPhone(reviewer), task.get(), decision, reviewer.staffId())
                    : Outcome.refused(deciders.own(reviewer.actor(), task.get()).orElse(NOT_YOURS));
        });
    }

    /**
     * The same decision from a page on the phone: no card was tapped, so each is closed by its push at once. A task the
     * caller may not see is TASK_UNKNOWN, like one that does not exist; who may only look hears ROLE_INSUFFICIENT.
     */
    public Outcome<ReviewTask> decideOnPage(Caller.Staff reviewer, long taskId, Decision decision) {
        return tx.write(() -> {
            Optional<ReviewTask> task = find(reviewer, taskId);
            if (task.isEmpty()) {
                return Outcome.refused(UNKNOWN);
            }
            return mayDecide(reviewer.staffId(), task.get())
                    ? deciding.decide(Decider.onPhone(reviewer), task.get(), decision, null)
                    : Outcome.refused(deciders.own(reviewer.actor(), task.get()).orElse(LOOK_ONLY));
        });
    }

    /**
     * The same decision at the console, and there also {@link Decision.PassOffline}. Refused with TASK_UNKNOWN outside the
     * caller's subtree, NOT_YOUR_TASK or OWN_REGISTRATION inside it, OFFLINE_NOT_NEEDED, PHOTO_UNKNOWN, and as on a phone.
     */
    public Outcome<ReviewTask> decideAtConsole(Caller.Reviewer reviewer, long taskId, Decision decision) {
        return decide(Decider.atConsole(reviewer), reviewer, taskId, decision);
    }

    /** As above, one of very many: the admins above are told of all of them at once by whoever decides them. */
    Outcome<ReviewTask> decideInBatch(Caller.Reviewer reviewer, long taskId, Decision decision) {
        return decide(Decider.inBatch(reviewer), reviewer, taskId, decision);
    }

    private Outcome<ReviewTask> decide(Decider decider, Caller.Reviewer reviewer, long taskId, Decision decision) {
        return tx.write(() -> {
            Optional<ReviewTask> task = find(reviewer, taskId);
            if (task.isEmpty()) {
                return Outcome.refused(UNKNOWN);
            }
            Optional<Refusal> refusal = deciders.refusal(reviewer.seat(), task.get());
            return refusal.isEmpty()
                    ? deciding.decide(decider, task.get(), decision, null)
                    : Outcome.refused(refusal.get());
        });
    }

    /** Empty as well when the caller may neither decide it nor look at it; whoever handed a form in may look. */
    public Optional<ReviewTask> find(Caller.Staff caller, long taskId) {
        return find(taskId)
                .filter(task -> mayDecide(caller.staffId(), task)
                        || deciders.mayLook(caller, task)
                        || deciders.own(caller.actor(), task).isPresent());
    }

    /** Empty as well outside the caller's subtree. */
    public Optional<ReviewTask> find(Caller.AtConsole caller, long taskId) {
        return find(taskId).filter(task -> task.branch().isWithin(caller.organisation()));
    }

    public Optional<ReviewTask> find(long taskId) {
        return tasks.find(taskId);
    }

    /** What waits at the present node of a transfer; empty when it is not the caller's to see. */
    public Optional<ReviewTask> ofTransfer(Caller.AtConsole caller, long transferId) {
        return tasks.openOfTransfer(transferId).flatMap(task -> find(caller, task.id()));
    }

    public Optional<ReviewTask> ofTransfer(Caller.Staff caller, long transferId) {
        return tasks.openOfTransfer(transferId).flatMap(task -> find(caller, task.id()));
    }

    /** Asked anew at every use: someone taken off the roster can't decide any more. */
    public boolean mayDecide(long staffId, ReviewTask task) {
        return deciders.mayDecide(staffId, task);
    }

    /** Whether it is in or below what a view-only cadre looks at. */
    public boolean mayLook(Caller.Staff caller, ReviewTask task) {
        return deciders.mayLook(caller, task);
    }

    /** Why this seat may not decide what it can see, if so. */
    public Optional<Refusal> refusal(Caller.AtConsole caller, ReviewTask task) {
        return deciders.refusal(caller.seat(), task);
    }

    /**
     * Today's truth about a task in one sentence, for cards and late taps; it tells of a newer submission of the same
     * registration, which has its own card.
     */
    public String truth(ReviewTask task) {
        return deciding.truth(task);
    }
}
