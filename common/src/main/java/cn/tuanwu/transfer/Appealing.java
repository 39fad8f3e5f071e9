package cn.tuanwu.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Superiors;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.EvidenceDesk;
import cn.tuanwu.registration.Relocation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Hands a member's appeal to the superior of the node that sent the transfer back, and ends one nobody decided. */
@Component
class Appealing {
    static final int LONGEST_WORDS = 300;
    static final Refusal WORDS = Refusal.at("words", "APPEAL_WORDS", "请写明申诉理由，最多 " + LONGEST_WORDS + " 个字。");
    static final Refusal NOT_RETURNED = Refusal.of("APPEAL_NOT_RETURNED", "只有被退回的转接可以申诉。");
    static final Refusal ONCE = Refusal.of("APPEAL_ONCE", "这项转接已经申诉过，一项转接只能申诉一次；如仍需转接，请重新发起。");
    static final Refusal LATE = Refusal.of("APPEAL_LATE", "退回已超过 30 天，不能再申诉；如仍需转接，请重新发起。");
    static final Refusal OPEN = Refusal.of("APPEAL_OPEN", "该团员对上一次退回的申诉正在处理，处理完后才能由组织发起新的转接；团员本人可以直接重新发起。");

    private final AppealRows rows;
    private final TransferBook book;
    private final EvidenceDesk pictures;
    private final Superiors superiors;
    private final Relocation relocation;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Tx tx;

    Appealing(
            AppealRows rows,
            TransferBook book,
            EvidenceDesk pictures,
            Superiors superiors,
            Relocation relocation,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.book = book;
        this.pictures = pictures;
        this.superiors = superiors;
        this.relocation = relocation;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.tx = tx;
    }

    /** Whose transfer it is was asked before. */
    Outcome<Transfer> file(Caller.OwnAccount caller, long id, String typed, List<Long> photos) {
        String words = Wish.strip(typed);
        if (words == null || words.codePointCount(0, words.length()) > LONGEST_WORDS) {
            return Outcome.refused(WORDS);
        }
        return tx.write(() -> {
            Transfer transfer = book.find(id).orElseThrow();
            Optional<Refusal> refusal = refusal(transfer);
            if (refusal.isEmpty()) {
                refusal = keep(caller, transfer, words, photos);
            }
            return refusal.isPresent()
                    ? Outcome.refused(refusal.get())
                    : Outcome.done(book.find(id).orElseThrow());
        });
    }

    private Optional<Refusal> refusal(Transfer transfer) {
        // Held until the end: no transfer begins meanwhile, and no second appeal.
        Optional<Refusal> busy =
                relocation.lock(transfer.registrationId()).orElseThrow().busy();
        if (transfer.appeal() != null || rows.find(transfer.id()) != null) {
            return Optional.of(ONCE);
        }
        if (transfer.state() != Transfer.State.RETURNED) {
            return Optional.of(NOT_RETURNED);
        }
        return transfer.canAppeal() ? busy : Optional.of(LATE);
    }

    private Optional<Refusal> keep(Caller.OwnAccount caller, Transfer transfer, String words, List<Long> photos) {
        AppealRow open = rows.openOf(transfer.registrationId());
        if (open != null) {
            return Optional.of(Refusal.of("APPEAL_ANOTHER", "您对另一项转接的申诉正在处理，处理完后再试。"));
        }
        Organisation decides = decides(transfer, transfer.node());
        AppealRow row = new AppealRow();
        row.transferId = transfer.id();
        row.registrationId = transfer.registrationId();
        row.nodeNo = transfer.node();
        row.reason = transfer.endReason();
        row.organisationId = decides.id();
        row.wordsSealed = book.sealed(transfer.id(), words);
        row.filedAt = clock.instant();
        rows.insert(row);
        audit.append(caller.actor(), "transfer.appealed", "transfer", transfer.id(), "node:" + transfer.node());
        events.publishEvent(new Appeal.Waits(transfer.id(), transfer.registrationId(), decides));
        return pictures.attachToAppeal(caller, photos, transfer.id());
    }

    /** The superior of the node; where nobody is above, the organisation itself thinks once more. */
    Organisation decides(Transfer transfer, int no) {
        Organisation node = transfer.nodes().stream()
                .filter(one -> one.no() == no)
                .findFirst()
                .orElseThrow()
                .organisation();
        return superiors.above(node).orElse(node);
    }

    /** Nobody decides it any more. Joins the transaction; without an open one nothing happens. */
    void end(long registrationId, String actor, String words) {
        AppealRow open = rows.openOf(registrationId);
        if (open != null && rows.end(open.transferId, Appeal.State.WITHDRAWN, clock.instant(), null, words) == 1) {
            audit.append(actor, "transfer.appeal-withdrawn", "transfer", open.transferId, null);
            events.publishEvent(new Appeal.Ended(open.transferId));
        }
    }

    /** Whether one waits. */
    boolean isOpen(long registrationId) {
        return rows.openOf(registrationId) != null;
    }
}
