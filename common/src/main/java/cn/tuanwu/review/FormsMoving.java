package cn.tuanwu.review;

import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationBook;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A member who goes on to another branch takes the form that waits along: that branch's superior decides it. */
@Component
class FormsMoving {
    private final ReviewTaskRows rows;
    private final ReviewTasks tasks;
    private final RegistrationBook book;
    private final Deciders deciders;
    private final CardDesk cards;

    FormsMoving(ReviewTaskRows rows, ReviewTasks tasks, RegistrationBook book, Deciders deciders, CardDesk cards) {
        this.rows = rows;
        this.tasks = tasks;
        this.book = book;
        this.deciders = deciders;
        this.cards = cards;
    }

    @EventListener
    void stepped(Registration.Stepped stepped) {
        ReviewTaskRow open = rows.openFormOf(stepped.registrationId());
        if (open == null) {
            return;
        }
        book.sheet(stepped.registrationId())
                .filter(sheet -> rows.follow(open.id, sheet.branch().id()) == 1)
                .flatMap(sheet -> tasks.find(open.id))
                .ifPresent(task -> cards.deal(task.id(), deciders.of(task), Duration.ZERO));
    }
}
