package cn.tuanwu.review;

import cn.tuanwu.leaving.Leaving;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.transfer.Appeal;
import cn.tuanwu.transfer.Transfer;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A member who goes on to another branch takes along what waits there: a form, a re-binding. A transfer's task goes where its
 * node goes.
 */
@Component
class TasksMoving {
    private final ReviewTaskRows rows;
    private final ReviewTasks tasks;
    private final RegistrationBook book;
    private final Deciders deciders;
    private final CardDesk cards;

    TasksMoving(ReviewTaskRows rows, ReviewTasks tasks, RegistrationBook book, Deciders deciders, CardDesk cards) {
        this.rows = rows;
        this.tasks = tasks;
        this.book = book;
        this.deciders = deciders;
        this.cards = cards;
    }

    @EventListener
    void stepped(Registration.Stepped stepped) {
        for (ReviewTaskRow open : rows.openFollowing(stepped.registrationId())) {
            book.sheet(stepped.registrationId())
                    .ifPresent(sheet -> follow(open, sheet.branch().id()));
        }
    }

    @EventListener
    void turned(Transfer.Turned turned) {
        ReviewTaskRow open = rows.openOfTransfer(turned.transferId());
        if (open != null) {
            follow(open, turned.organisation().id());
        }
    }

    @EventListener
    void turned(Appeal.Turned turned) {
        ReviewTaskRow open = rows.ofAppeal(turned.transferId());
        if (open != null) {
            follow(open, turned.organisation().id());
        }
    }

    @EventListener
    void turned(Leaving.Turned turned) {
        ReviewTaskRow open = rows.openOfLeaving(turned.leavingId());
        if (open != null) {
            follow(open, turned.organisation().id());
        }
    }

    private void follow(ReviewTaskRow open, long organisation) {
        if (rows.follow(open.id, organisation) == 1) {
            ReviewTask task = tasks.find(open.id).orElseThrow();
            cards.deal(task.id(), deciders.of(task), Duration.ZERO);
        }
    }
}
