package cn.tuanwu.review;

import cn.tuanwu.access.Roster;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import org.springframework.stereotype.Component;

/** Tells the admins above of all a batch decided at once, not of each. */
@Component
class BatchNotice {
    private final ReviewBatchRows rows;
    private final OrgDesk organisations;
    private final Roster roster;
    private final PushDesk pushes;

    BatchNotice(ReviewBatchRows rows, OrgDesk organisations, Roster roster, PushDesk pushes) {
        this.rows = rows;
        this.organisations = organisations;
        this.roster = roster;
        this.pushes = pushes;
    }

    /** At its end, whatever that is; nothing when it decided nothing, and nobody hears of it twice. Joins the transaction. */
    void tell(long batch) {
        rows.decidedAt(batch).stream()
                .flatMap(at -> organisations.find(at).stream())
                .flatMap(at -> roster.adminsAbove(at).stream())
                .map(Roster.Person::id)
                .distinct()
                .forEach(admin -> pushes.enqueue(Push.now(PushKind.REVIEW_BATCH_NOTICE, batch, admin)));
    }
}
