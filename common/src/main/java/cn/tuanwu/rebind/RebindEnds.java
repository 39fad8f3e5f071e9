package cn.tuanwu.rebind;

import cn.tuanwu.account.Account;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.Hold;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends a re-binding that the branch did not decide. Joins the transaction of the cause. */
@Component
class RebindEnds {
    private final RebindingRows rows;
    private final RebindBook book;
    private final RebindPushes pushes;
    private final Hold hold;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RebindEnds(
            RebindingRows rows,
            RebindBook book,
            RebindPushes pushes,
            Hold hold,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.book = book;
        this.pushes = pushes;
        this.hold = hold;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Refused with REBIND_MOVED_ON when it is over already. Publishes {@link Rebinding.Ended}. */
    Outcome<Rebinding> end(long id, Rebinding.State state, String actor) {
        if (rows.end(id, state, clock.instant(), null, null) == 0) {
            return Outcome.refused(Rebinding.MOVED_ON);
        }
        Rebinding ended = book.find(id).orElseThrow();
        hold.release(ended.registrationId(), History.What.REBIND_ENDED, null, words(state));
        audit.append(actor, "rebinding." + state.name().toLowerCase(Locale.ROOT), "account", ended.accountId(), null);
        pushes.expireNoMore(id);
        if (state != Rebinding.State.WITHDRAWN) {
            pushes.tell(id, Notice.To.NEW, state);
        }
        events.publishEvent(new Rebinding.Ended(id));
        return Outcome.done(ended);
    }

    /** A closed account leaves nothing here. */
    @EventListener
    void forget(Account.Closed closed) {
        rows.forget(closed.accountId());
    }

    private static String words(Rebinding.State state) {
        return switch (state) {
            case REFUSED -> "已由账号持有人拒绝";
            case EXPIRED -> "超过 7 天未审核，已失效";
            default -> "申请人已撤回";
        };
    }
}
