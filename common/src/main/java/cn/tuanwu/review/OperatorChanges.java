package cn.tuanwu.review;

import cn.tuanwu.access.Roster;
import cn.tuanwu.org.Organisation;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Deals the open tasks' cards anew when the roster changes: whoever came gets one, whoever went loses theirs. With a
 * branch's first operator its tasks leave the superior; with its last they go back.
 */
@Component
class OperatorChanges {
    private final ReviewTasks tasks;
    private final Deciders deciders;
    private final CardDesk cards;
    private final QuietHours quiet;
    private final Clock clock;

    OperatorChanges(ReviewTasks tasks, Deciders deciders, CardDesk cards, QuietHours quiet, Clock clock) {
        this.tasks = tasks;
        this.deciders = deciders;
        this.cards = cards;
        this.quiet = quiet;
        this.clock = clock;
    }

    @EventListener
    void added(Roster.OperatorAdded added) {
        deal(added.organisation());
    }

    @EventListener
    void removed(Roster.OperatorRemoved removed) {
        deal(removed.organisation());
    }

    private void deal(Organisation organisation) {
        for (ReviewTask task : tasks.openWithin(organisation)) {
            cards.deal(task.id(), deciders.of(task), quiet.left(clock.instant()));
        }
    }
}
