package cn.tuanwu.transfer;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.Relocation;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Carries out what review decided at a node of a transfer, in review's transaction. */
@Service
public class Passing {
    private static final Refusal TOO_LATE = Refusal.of("TRANSFER_TOO_LATE", "这项转接已超过 30 天，不能再同意，系统会自动终止它；仍要转接请重新发起。");

    private final TransferRows rows;
    private final NodeRows nodes;
    private final TransferBook book;
    private final TransferLines lines;
    private final Course course;
    private final TransferPushes pushes;
    private final TransferNews news;
    private final Relocation relocation;
    private final BranchChoice choice;
    private final AuditDesk audit;
    private final Clock clock;

    Passing(
            TransferRows rows,
            NodeRows nodes,
            TransferBook book,
            TransferLines lines,
            Course course,
            TransferPushes pushes,
            TransferNews news,
            Relocation relocation,
            BranchChoice choice,
            AuditDesk audit,
            Clock clock) {
        this.rows = rows;
        this.nodes = nodes;
        this.book = book;
        this.lines = lines;
        this.course = course;
        this.pushes = pushes;
        this.news = news;
        this.relocation = relocation;
        this.choice = choice;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The node agrees; behind the last one the member is the other branch's. Refused with TRANSFER_MOVED_ON (not its turn, over
     * already), TRANSFER_TOO_LATE, TRANSFER_TARGET_CLOSED, and where a committee names the branch, and only there,
     * TRANSFER_BRANCH_NEEDED, TRANSFER_BRANCH_ELSEWHERE, TRANSFER_SAME_BRANCH, else TRANSFER_BRANCH_UNASKED.
     *
     * @param branchId which branch takes the member, where that is asked; else null
     */
    public Outcome<Transfer> agree(long id, int node, String actor, String by, Long branchId) {
        TransferRow row = rows.find(id);
        if (!isTurn(row, node)) {
            return Outcome.refused(Transfer.MOVED_ON);
        }
        if (!row.expiresAt.isAfter(clock.instant())) {
            return Outcome.refused(TOO_LATE);
        }
        Optional<Refusal> refusal = choice.keep(book.find(id).orElseThrow(), row, node, branchId);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (nodes.decide(id, node, Transfer.Turn.AGREED, by, clock.instant(), null) == 0) {
            return Outcome.refused(Transfer.MOVED_ON);
        }
        audit.append(actor, "transfer.agreed", "transfer", id, "node:" + node);
        return told(row, by, course.onward(id, actor, by));
    }

    /** The last one is told as the end. */
    private Outcome<Transfer> told(TransferRow row, String by, Outcome<Transfer> passed) {
        if (passed instanceof Outcome.Done<Transfer> done && done.value().isOpen()) {
            Organisation next = done.value().current().organisation();
            relocation.tell(row.registrationId, History.What.TRANSFER_AGREED, by, "现在转到" + next.name());
            news.step(done.value(), Transfer.Step.AGREED);
        }
        return passed;
    }

    /** The node says no, and that is the end; everybody reads why. Refused with TRANSFER_MOVED_ON. */
    public Outcome<Transfer> sendBack(long id, int node, String actor, String by, String reason) {
        TransferRow row = rows.find(id);
        if (!isTurn(row, node)) {
            return Outcome.refused(Transfer.MOVED_ON);
        }
        relocation.lock(row.registrationId);
        if (nodes.decide(id, node, Transfer.Turn.RETURNED, by, clock.instant(), reason) == 0
                || rows.end(row, Transfer.State.RETURNED, clock.instant(), by, reason) == 0) {
            return Outcome.refused(Transfer.MOVED_ON);
        }
        relocation.release(row.registrationId, History.What.TRANSFER_ENDED, by, "退回：" + reason);
        audit.append(actor, "transfer.returned", "transfer", id, "node:" + node);
        pushes.expireNoMore(id);
        lines.refresh(id);
        Transfer returned = book.find(id).orElseThrow();
        news.over(returned);
        return Outcome.done(returned);
    }

    private static boolean isTurn(TransferRow row, int node) {
        return row != null && row.state == Transfer.State.OPEN && row.nodeNo == node;
    }
}
