package cn.tuanwu.transfer;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.Relocation;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends a transfer that no node decided. Joins the transaction of the cause. */
@Component
class TransferEnds {
    /** Who ended it, when nobody did. */
    static final String NOBODY = "系统";

    private final TransferRows rows;
    private final TransferBook book;
    private final TransferLines lines;
    private final TransferPushes pushes;
    private final TransferNews news;
    private final Relocation relocation;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TransferEnds(
            TransferRows rows,
            TransferBook book,
            TransferLines lines,
            TransferPushes pushes,
            TransferNews news,
            Relocation relocation,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.book = book;
        this.lines = lines;
        this.pushes = pushes;
        this.news = news;
        this.relocation = relocation;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refused with TRANSFER_MOVED_ON when it is over already, or its days are not. Publishes {@link Transfer.Ended}.
     *
     * @param by a name; null: the member
     */
    Outcome<Transfer> end(TransferRow row, Transfer.State state, String actor, String by, String reason) {
        relocation.lock(row.registrationId);
        if (rows.end(row, state, clock.instant(), by, reason) == 0) {
            return Outcome.refused(Transfer.MOVED_ON);
        }
        relocation.release(row.registrationId, History.What.TRANSFER_ENDED, by, state.label() + "：" + reason);
        audit.append(actor, "transfer." + state.name().toLowerCase(Locale.ROOT), "transfer", row.id, null);
        pushes.expireNoMore(row.id);
        lines.refresh(row.id);
        events.publishEvent(new Transfer.Ended(row.id));
        Transfer over = book.find(row.id).orElseThrow();
        if (by != null) {
            news.over(over);
        }
        return Outcome.done(over);
    }
}
