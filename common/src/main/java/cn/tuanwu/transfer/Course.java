package cn.tuanwu.transfer;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.Relocation;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a transfer to its next node, and behind the last one the member to the branch. Joins the transaction. */
@Component
class Course {
    static final Refusal TARGET_CLOSED = Refusal.of("TRANSFER_TARGET_CLOSED", "要转入的团支部已撤销，请退回，由团员重新选择。");

    private final TransferRows rows;
    private final NodeRows nodes;
    private final TransferBook book;
    private final TransferLines lines;
    private final Route route;
    private final LetterIssuing issuing;
    private final TransferPushes pushes;
    private final TransferNews news;
    private final Relocation relocation;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Course(
            TransferRows rows,
            NodeRows nodes,
            TransferBook book,
            TransferLines lines,
            Route route,
            LetterIssuing issuing,
            TransferPushes pushes,
            TransferNews news,
            Relocation relocation,
            OrgDesk organisations,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.nodes = nodes;
        this.book = book;
        this.lines = lines;
        this.route = route;
        this.issuing = issuing;
        this.pushes = pushes;
        this.news = news;
        this.relocation = relocation;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The next node's turn, or the end when all agreed. Publishes {@link Transfer.Waits}. Refused with TRANSFER_MOVED_ON,
     * TRANSFER_TARGET_CLOSED.
     *
     * @param by the name of who made it go on; null: the member
     */
    Outcome<Transfer> onward(long id, String actor, String by) {
        TransferRow row = rows.find(id);
        Optional<NodeRow> next = next(row);
        if (next.isEmpty()) {
            return row.kind == Transfer.Kind.OUTSIDE ? depart(row, actor, by) : arrive(row, actor, by);
        }
        int no = next.get().no;
        if (rows.pass(row, no) == 0 || nodes.open(id, no, clock.instant()) == 0) {
            return Outcome.refused(Transfer.MOVED_ON);
        }
        lines.refresh(id);
        Organisation turn = organisations.find(next.get().organisationId).orElseThrow();
        events.publishEvent(new Transfer.Waits(id, no, row.registrationId, turn));
        return Outcome.done(book.find(id).orElseThrow());
    }

    /** Who is asked after the present node, as it is today: admins come and go. Empty: it was the last. */
    private Optional<NodeRow> next(TransferRow row) {
        Organisation from = organisations.find(row.fromBranchId).orElseThrow();
        Organisation target =
                Optional.ofNullable(row.targetId).flatMap(organisations::find).orElse(null);
        for (NodeRow node : nodes.of(row.id)) {
            if (node.state != Transfer.Turn.AHEAD) {
                continue;
            }
            Optional<Organisation> answers = route.at(node.role, from, target);
            if (answers.isPresent()) {
                nodes.redirect(row.id, node.no, answers.get().id());
                node.organisationId = answers.get().id();
                return Optional.of(node);
            }
            nodes.skip(row.id, node.no);
        }
        return Optional.empty();
    }

    /** In one transaction: the move, the histories of the member and of both branches, the end. */
    private Outcome<Transfer> arrive(TransferRow row, String actor, String by) {
        // Held first: merging takes the organisation before its members as well.
        Optional<Organisation> to = organisations.holdBranch(row.toBranchId);
        if (to.isEmpty()) {
            return Outcome.refused(TARGET_CLOSED);
        }
        Organisation from = relocation.lock(row.registrationId).orElseThrow().branch();
        Instant now = clock.instant();
        String words = from.shortName() + " → " + to.get().shortName();
        if (from.id() == to.get().id()
                || rows.end(row, Transfer.State.DONE, now, by, null) == 0
                || !relocation.move(row.registrationId, to.get(), by, words)) {
            return Outcome.refused(Transfer.MOVED_ON);
        }
        issuing.annul(row.registrationId);
        rows.enter(row, "OUT", from.id(), to.get().id(), now);
        rows.enter(row, "IN", to.get().id(), from.id(), now);
        audit.appendAt(
                from.id(),
                actor,
                "transfer.left",
                "transfer",
                row.id,
                "to:" + to.get().id());
        audit.appendAt(to.get().id(), actor, "transfer.arrived", "transfer", row.id, "from:" + from.id());
        return over(row);
    }

    /** Out of the province: the branch keeps the member until someone says that they arrived. */
    private Outcome<Transfer> depart(TransferRow row, String actor, String by) {
        Organisation from = relocation.lock(row.registrationId).orElseThrow().branch();
        Instant now = clock.instant();
        if (rows.end(row, Transfer.State.DONE, now, by, null) == 0) {
            return Outcome.refused(Transfer.MOVED_ON);
        }
        relocation.release(row.registrationId, History.What.TRANSFERRED, by, from.shortName() + " → 省外，可下载介绍信");
        rows.enter(row, "OUT", from.id(), null, now);
        audit.appendAt(from.id(), actor, "transfer.left", "transfer", row.id, "outside");
        issuing.issue(book.find(row.id).orElseThrow());
        return over(row);
    }

    private Outcome<Transfer> over(TransferRow row) {
        pushes.expireNoMore(row.id);
        lines.refresh(row.id);
        Transfer over = book.find(row.id).orElseThrow();
        news.over(over);
        return Outcome.done(over);
    }
}
