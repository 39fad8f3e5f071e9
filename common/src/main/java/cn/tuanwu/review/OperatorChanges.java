package cn.tuanwu.review;

import cn.tuanwu.access.Roster;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Deals the open tasks' cards anew when the roster changes: whoever came gets one, whoever went loses theirs. With a
 * branch's first operator its tasks leave the superior; with its last they go back.
 */
@Component
class OperatorChanges {
    /** A submission under way saw the old roster, and the change did not see its task: by then both are committed. */
    private static final Duration ONCE_MORE = Duration.ofSeconds(30);

    private final WaitingDesk waiting;
    private final PushDesk pushes;
    private final Ids ids;

    OperatorChanges(WaitingDesk waiting, PushDesk pushes, Ids ids) {
        this.waiting = waiting;
        this.pushes = pushes;
        this.ids = ids;
    }

    @EventListener
    void added(Roster.OperatorAdded added) {
        deal(added.organisation());
    }

    @EventListener
    void removed(Roster.OperatorRemoved removed) {
        deal(removed.organisation());
    }

    void deal(Organisation organisation) {
        waiting.deal(organisation);
        String key = PushKind.REVIEW_DEAL + ":" + organisation.id() + ":" + ids.next();
        pushes.enqueue(new Push(PushKind.REVIEW_DEAL, organisation.id(), "", key, ONCE_MORE));
    }
}
