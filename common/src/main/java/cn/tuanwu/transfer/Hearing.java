package cn.tuanwu.transfer;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.Relocation;
import cn.tuanwu.registration.Relocation.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Carries out what review decided about an appeal, in review's transaction. */
@Service
public class Hearing {
    static final Refusal MOVED_ON = Refusal.of("APPEAL_MOVED_ON", "这项申诉的状态已变化，请以最新状态为准。");
    static final Refusal MEMBER_MOVED = Refusal.of("APPEAL_MEMBER_MOVED", "该团员已不在原来的团支部，这项转接不能继续，请写明情况退回申诉，由其重新发起。");

    private final AppealRows appeals;
    private final TransferRows rows;
    private final NodeRows nodes;
    private final TransferBook book;
    private final BranchChoice choice;
    private final Redirecting redirecting;
    private final LetterIssuing issuing;
    private final Course course;
    private final TransferPushes pushes;
    private final TransferNews news;
    private final Relocation relocation;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Clock clock;

    Hearing(
            AppealRows appeals,
            TransferRows rows,
            NodeRows nodes,
            TransferBook book,
            BranchChoice choice,
            Redirecting redirecting,
            LetterIssuing issuing,
            Course course,
            TransferPushes pushes,
            TransferNews news,
            Relocation relocation,
            OrgDesk organisations,
            AuditDesk audit,
            Clock clock) {
        this.appeals = appeals;
        this.rows = rows;
        this.nodes = nodes;
        this.book = book;
        this.choice = choice;
        this.redirecting = redirecting;
        this.issuing = issuing;
        this.course = course;
        this.pushes = pushes;
        this.news = news;
        this.relocation = relocation;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The node that sent it back counts as agreed, and the transfer goes on behind it with new days; the record is held
     * still again. What was merged since is followed, and a letter of another way ends. Refused with APPEAL_MOVED_ON,
     * with whatever stands in the way of the transfer by now (APPEAL_MEMBER_MOVED and the blockers of a start), and
     * about the branch as {@link Passing#agree} is.
     *
     * @param branchId which branch takes the member, where the node would have named it; else null
     */
    public Outcome<Transfer> accept(long id, String actor, String by, Long branchId) {
        AppealRow appeal = appeals.find(id);
        if (appeal == null || appeal.state != Appeal.State.OPEN) {
            return Outcome.refused(MOVED_ON);
        }
        Transfer transfer = book.find(id).orElseThrow();
        // Organisations first, then the record: as every move here.
        Organisation from = organisations.holdBranch(transfer.from().id()).orElse(null);
        Organisation target = transfer.target() == null
                ? null
                : organisations.hold(transfer.target().id()).orElse(null);
        List<Refusal> inTheWay = inTheWay(transfer, from, target);
        if (!inTheWay.isEmpty()) {
            return Outcome.refused(inTheWay);
        }
        Instant now = clock.instant();
        if (appeals.end(id, Appeal.State.ACCEPTED, now, by, null) == 0
                || rows.reopen(rows.find(id), now.plus(Transfer.OPEN_FOR)) == 0
                || nodes.overrule(id, appeal.nodeNo, by, now, "申诉成立") == 0) {
            return Outcome.refused(MOVED_ON);
        }
        redirecting.redirect(rows.find(id), from, target);
        transfer = book.find(id).orElseThrow();
        Optional<Refusal> branch = choice.keep(transfer, rows.find(id), appeal.nodeNo, branchId);
        if (branch.isPresent()) {
            return Outcome.refused(branch.get());
        }
        Standing standing = relocation.of(transfer.registrationId()).orElseThrow();
        if (!relocation.resume(standing, by, "转接继续办理（" + Starting.words(transfer.from(), transfer.target()) + "）")) {
            return Outcome.refused(Transfer.MOVED_ON);
        }
        issuing.annul(transfer.registrationId());
        audit.append(actor, "transfer.appeal-accepted", "transfer", id, "node:" + appeal.nodeNo);
        pushes.expireAgain(id);
        Outcome<Transfer> on = course.onward(id, actor, by);
        if (on instanceof Outcome.Done<Transfer> done && done.value().isOpen()) {
            news.step(done.value(), Transfer.Step.APPEAL_ACCEPTED);
        }
        return on;
    }

    private List<Refusal> inTheWay(Transfer transfer, Organisation from, Organisation target) {
        Optional<Standing> standing = relocation.lock(transfer.registrationId());
        if (standing.isEmpty()) {
            return List.of(Blockers.NOT_A_MEMBER);
        }
        List<Refusal> found = new ArrayList<>(Blockers.of(standing.get(), Wish.of(transfer), from, target));
        if (from != null && standing.get().branch().id() != from.id()) {
            found.add(MEMBER_MOVED);
        }
        return found;
    }

    /** The return stands, and nobody asks again. Refused with APPEAL_MOVED_ON. */
    public Outcome<Transfer> refuse(long id, String actor, String by, String words) {
        AppealRow appeal = appeals.find(id);
        if (appeal == null || appeals.end(id, Appeal.State.REFUSED, clock.instant(), by, words) == 0) {
            return Outcome.refused(MOVED_ON);
        }
        relocation.tell(appeal.registrationId, History.What.APPEAL_REFUSED, by, words);
        audit.append(actor, "transfer.appeal-refused", "transfer", id, "node:" + appeal.nodeNo);
        Transfer refused = book.find(id).orElseThrow();
        news.step(refused, Transfer.Step.APPEAL_REFUSED);
        return Outcome.done(refused);
    }
}
