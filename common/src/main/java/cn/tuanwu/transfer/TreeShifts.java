package cn.tuanwu.transfer;

import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.registration.Relocation;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Brings transfers in line with a tree that changed: the nodes still to come stand for whoever answers now, what has
 * nothing left to transfer stops, and a letter is its branch's whose member it leads out. In the transaction of the
 * change, when the members are moved already.
 */
@Component
class TreeShifts {
    private final TransferRows rows;
    private final AppealRows appeals;
    private final TransferBook book;
    private final Appealing appealing;
    private final TransferEnds ends;
    private final TransferLines lines;
    private final Redirecting redirecting;
    private final Relocation relocation;
    private final OrgDesk organisations;
    private final ApplicationEventPublisher events;

    TreeShifts(
            TransferRows rows,
            AppealRows appeals,
            TransferBook book,
            Appealing appealing,
            TransferEnds ends,
            TransferLines lines,
            Redirecting redirecting,
            Relocation relocation,
            OrgDesk organisations,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.appeals = appeals;
        this.book = book;
        this.appealing = appealing;
        this.ends = ends;
        this.lines = lines;
        this.redirecting = redirecting;
        this.relocation = relocation;
        this.organisations = organisations;
        this.events = events;
    }

    @EventListener
    @Order(2)
    void moved(TreeDesk.OrganisationMoved moved) {
        realign(moved.organisation());
    }

    /** Also after a merging, when its members are in the other branch already. */
    @EventListener
    @Order(2)
    void closed(TreeDesk.OrganisationClosed closed) {
        realign(closed.organisation());
        rows.withLetter(closed.organisation().path() + '%').forEach(this::handOver);
    }

    private void realign(Organisation changed) {
        rows.touching(changed.path() + '%').forEach(this::realign);
        appeals.touching(changed.path() + '%').forEach(this::reappeal);
    }

    /** Whoever keeps the record of somebody on the way out finds the letter, and can say that they arrived. */
    private void handOver(long id) {
        TransferRow row = rows.find(id);
        long keeps = relocation.lock(row.registrationId).orElseThrow().branch().id();
        if (rows.handOver(row, keeps) == 1) {
            lines.refresh(id);
        }
    }

    private void realign(long id) {
        TransferRow row = rows.find(id);
        Organisation from = relocation.lock(row.registrationId).orElseThrow().branch();
        Optional<Organisation> target = row.targetId == null ? Optional.empty() : organisations.hold(row.targetId);
        if (row.targetId != null && target.isEmpty()) {
            stop(row, "转入的团组织已撤销");
        } else if (target.isPresent() && target.get().id() == from.id()) {
            stop(row, "转出与转入的团支部已合并");
        } else {
            redirecting.redirect(row, from, target.orElse(null));
        }
    }

    /** The superior of the node may be another one now. */
    private void reappeal(long id) {
        Transfer transfer = book.find(id).orElseThrow();
        Organisation decides = appealing.decides(transfer, transfer.appeal().node());
        if (appeals.redirect(id, decides.id()) == 1) {
            events.publishEvent(new Appeal.Turned(id, decides));
        }
    }

    private void stop(TransferRow row, String why) {
        ends.end(row, Transfer.State.STOPPED, "system", TransferEnds.NOBODY, why);
    }
}
