package cn.tuanwu.review;

import cn.tuanwu.access.Roster;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.erasure.Farewell;
import cn.tuanwu.form.Replacement;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.leaving.Consent;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.rebind.Handover;
import cn.tuanwu.registration.Admission;
import cn.tuanwu.registration.OfflinePass;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.transfer.Hearing;
import cn.tuanwu.transfer.Passing;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries out one decision: the move, what it means for its subject, who hears of it. Joins the transaction. */
@Component
class Deciding {
    private static final Set<ReviewTask.Kind> TOLD_ELSEWHERE = EnumSet.of(
            ReviewTask.Kind.REBINDING,
            ReviewTask.Kind.FORM,
            ReviewTask.Kind.TRANSFER,
            ReviewTask.Kind.APPEAL,
            ReviewTask.Kind.LEAVING);
    private static final Set<ReviewTask.Kind> ASSIGNING = EnumSet.of(ReviewTask.Kind.TRANSFER, ReviewTask.Kind.APPEAL);
    private static final Refusal NOT_ASSIGNED = Refusal.at("branchId", "TRANSFER_BRANCH_UNASKED", "这一步不需要指定团支部。");
    private static final Refusal NOT_OFFLINE = Refusal.of("OFFLINE_NOT_NEEDED", "只有报到审核可以线下通过。");

    private final ReviewTaskRows rows;
    private final ReviewTasks tasks;
    private final CardDesk cards;
    private final Admission admission;
    private final Handover handover;
    private final Replacement forms;
    private final Passing transfers;
    private final Hearing appeals;
    private final Consent leavings;
    private final Farewell farewell;
    private final Roster roster;
    private final PushDesk pushes;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deciding(
            ReviewTaskRows rows,
            ReviewTasks tasks,
            CardDesk cards,
            Admission admission,
            Handover handover,
            Replacement forms,
            Passing transfers,
            Hearing appeals,
            Consent leavings,
            Farewell farewell,
            Roster roster,
            PushDesk pushes,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.cards = cards;
        this.admission = admission;
        this.handover = handover;
        this.forms = forms;
        this.transfers = transfers;
        this.appeals = appeals;
        this.leavings = leavings;
        this.farewell = farewell;
        this.roster = roster;
        this.pushes = pushes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whether they may was asked before.
     *
     * @param tapped whose card will change in the answer to their tap, or null
     */
    Outcome<ReviewTask> decide(Decider decider, ReviewTask task, Decision decision, Long tapped) {
        if (!task.isOpen() || record(decider, task, decision) == 0) {
            return Outcome.refused(
                    Refusal.of("ALREADY_DECIDED", truth(tasks.find(task.id()).orElseThrow())));
        }
        if (carryOut(decider, task, decision) instanceof Outcome.Refused<?> refused) {
            return Outcome.refused(refused.refusals());
        }
        tell(decider, task, tapped);
        audit.append(decider.actor(), decision.deed(), "review-task", task.id(), null);
        ReviewTask decided = tasks.find(task.id()).orElseThrow();
        events.publishEvent(new ReviewTask.Decided(decided));
        return Outcome.done(decided);
    }

    /** As {@link ReviewDesk#truth}. */
    String truth(ReviewTask task) {
        boolean again = !task.isOpen()
                && tasks.openOf(task.registrationId())
                        .filter(open -> open.kind() == task.kind())
                        .isPresent();
        return task.verdict(clock.instant()) + (again ? "；团员已重新提交，请看新的卡片" : "");
    }

    private Outcome<?> carryOut(Decider decider, ReviewTask task, Decision decision) {
        if (decision instanceof Decision.Assign && !ASSIGNING.contains(task.kind())) {
            return Outcome.refused(NOT_ASSIGNED);
        }
        return switch (task.kind()) {
            case REGISTRATION -> judge(decider, task.registrationId(), decision);
            case EDIT, CORRECTION -> change(decider.name(), task.editId(), decision);
            case REBINDING -> handOver(decider.name(), task.rebindingId(), decision);
            case FORM -> replace(decider, task.formId(), decision);
            case TRANSFER -> pass(decider, task, decision);
            case APPEAL -> hear(decider, task.appealId(), decision);
            case LEAVING -> consent(decider, task.leavingId(), decision);
            case ERASURE -> letGo(decider, task.erasureId(), decision);
        };
    }

    private Outcome<?> letGo(Decider decider, long erasure, Decision decision) {
        if (decision instanceof Decision.SendBack back) {
            return farewell.sendBack(erasure, decider.actor(), decider.name(), back.text());
        }
        return decision instanceof Decision.PassOffline
                ? Outcome.refused(NOT_OFFLINE)
                : farewell.agree(erasure, decider.actor(), decider.name());
    }

    private Outcome<?> judge(Decider decider, long registration, Decision decision) {
        if (decision instanceof Decision.SendBack back) {
            return admission.sendBack(registration, decider.name(), reason(back));
        }
        if (decider.door() == Decider.Door.PHONE) {
            return decision instanceof Decision.PassOffline
                    ? Outcome.refused(Admission.REALNAME_FAILED)
                    : admission.approveOnPhone(registration, decider.name());
        }
        return decision instanceof Decision.PassOffline pass
                ? admission.passOffline(
                        registration, new OfflinePass.Wish(decider.actor(), decider.name(), pass.proof()))
                : admission.approveAtConsole(registration, decider.name());
    }

    private Outcome<?> change(String by, long edit, Decision decision) {
        if (decision instanceof Decision.SendBack back) {
            return admission.sendBackEdit(edit, by, reason(back));
        }
        return decision instanceof Decision.PassOffline
                ? Outcome.refused(NOT_OFFLINE)
                : admission.approveEdit(edit, by);
    }

    private Outcome<?> handOver(String by, long rebinding, Decision decision) {
        if (decision instanceof Decision.SendBack back) {
            return handover.sendBack(rebinding, by, back.text());
        }
        return decision instanceof Decision.PassOffline
                ? Outcome.refused(NOT_OFFLINE)
                : handover.approve(rebinding, by);
    }

    private Outcome<?> replace(Decider decider, long form, Decision decision) {
        if (decision instanceof Decision.SendBack back) {
            return forms.sendBack(form, decider.name(), back.text());
        }
        return decision instanceof Decision.PassOffline
                ? Outcome.refused(NOT_OFFLINE)
                : forms.approve(form, decider.actor(), decider.name());
    }

    private Outcome<?> pass(Decider decider, ReviewTask task, Decision decision) {
        long transfer = task.transferId();
        int node = task.transferNode();
        if (decision instanceof Decision.SendBack back) {
            return transfers.sendBack(transfer, node, decider.actor(), decider.name(), back.text());
        }
        if (decision instanceof Decision.PassOffline) {
            return Outcome.refused(NOT_OFFLINE);
        }
        Long branch = decision instanceof Decision.Assign assign ? assign.branchId() : null;
        return transfers.agree(transfer, node, decider.actor(), decider.name(), branch);
    }

    private Outcome<?> hear(Decider decider, long transfer, Decision decision) {
        if (decision instanceof Decision.SendBack back) {
            return appeals.refuse(transfer, decider.actor(), decider.name(), back.text());
        }
        if (decision instanceof Decision.PassOffline) {
            return Outcome.refused(NOT_OFFLINE);
        }
        Long branch = decision instanceof Decision.Assign assign ? assign.branchId() : null;
        return appeals.accept(transfer, decider.actor(), decider.name(), branch);
    }

    private Outcome<?> consent(Decider decider, long leaving, Decision decision) {
        if (decision instanceof Decision.SendBack back) {
            return leavings.sendBack(leaving, decider.actor(), decider.name(), back.text());
        }
        return decision instanceof Decision.PassOffline
                ? Outcome.refused(NOT_OFFLINE)
                : leavings.agree(leaving, decider.actor(), decider.name());
    }

    private int record(Decider decider, ReviewTask task, Decision decision) {
        Instant now = clock.instant();
        if (decision instanceof Decision.SendBack back) {
            return rows.decide(
                    task.id(),
                    ReviewTask.State.RETURNED,
                    decider,
                    now,
                    back.reason().name(),
                    back.text());
        }
        return rows.decide(task.id(), ReviewTask.State.APPROVED, decider, now, null, null);
    }

    private void tell(Decider decider, ReviewTask task, Long tapped) {
        cards.closeAll(task.id(), tapped);
        pushes.cancel(CardPushes.escalation(task.id()).key(), "decided");
        // Both phones of a re-binding are told by SMS; of a form whoever handed it in; of a transfer its room tells.
        if (!TOLD_ELSEWHERE.contains(task.kind())) {
            pushes.enqueue(Push.now(PushKind.MEMBER_RESULT, task.id()));
        }
        if (decider.door() == Decider.Door.BATCH) {
            return;
        }
        for (Roster.Person admin : roster.adminsAbove(task.branch())) {
            pushes.enqueue(Push.now(PushKind.ADMIN_NOTICE, task.id(), admin.id()));
        }
    }

    private static Registration.Reason reason(Decision.SendBack back) {
        return new Registration.Reason(back.reason().name(), back.text());
    }
}
