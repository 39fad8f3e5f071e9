package cn.tuanwu.rebind;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.registration.Hold;
import cn.tuanwu.registration.Identification;
import cn.tuanwu.registration.Identification.Claim;
import cn.tuanwu.registration.Identification.Holder;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Where someone whose phone is not in use any more asks for their account (product §2). Whoever names a person learns
 * nothing before both the name and the number are right and the new phone is proven; then only what the product says.
 */
@Service
public class RebindDesk {
    private static final int TICKET_BYTES = 24;
    private static final SmsCodes.Purpose REBIND = SmsCodes.Purpose.REBIND;
    private static final Refusal NO_MATCH = Refusal.of("REBIND_NO_MATCH", "没有找到姓名和证件号码都一致的报到记录，请对照证件核对；如从未报到，请直接注册报到。");

    private final RebindingRows rows;
    private final RebindBook book;
    private final RebindJudging judging;
    private final RebindEnds ends;
    private final RebindPushes pushes;
    private final Identification identification;
    private final Hold hold;
    private final AccountDesk accounts;
    private final SmsCodes codes;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Tx tx;

    RebindDesk(
            RebindingRows rows,
            RebindBook book,
            RebindJudging judging,
            RebindEnds ends,
            RebindPushes pushes,
            Identification identification,
            Hold hold,
            AccountDesk accounts,
            SmsCodes codes,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Ids ids,
            Tx tx) {
        this.rows = rows;
        this.book = book;
        this.judging = judging;
        this.ends = ends;
        this.pushes = pushes;
        this.identification = identification;
        this.hold = hold;
        this.accounts = accounts;
        this.codes = codes;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.tx = tx;
    }

    /**
     * Judges and counts; call it outside a transaction. Refused beside the field with PHONE_INVALID, NAME_INVALID,
     * DOCUMENT_INVALID, SMS_CODE_WRONG, SMS_CODE_EXPIRED, PHONE_TAKEN; or with REBIND_TOO_OFTEN. Says nothing about the
     * person.
     *
     * @param address where it was asked, to be counted; null: not counted
     */
    public Outcome<Judged> judge(String typedPhone, String smsCode, Claim claim, String address) {
        return judging.judge(typedPhone, smsCode, claim, address);
    }

    /**
     * Opens the request, or gives a new ticket for the same one when this very phone asks again. Refused with
     * REBIND_NO_MATCH for whatever is not right about the person; REBIND_PENDING. Publishes {@link Rebinding.Opened}.
     */
    public Outcome<Ticket> open(Judged judged) {
        identification.holder(judged.claim).ifPresent(this::endOverdue);
        try {
            return tx.write(() -> identification
                    .holder(judged.claim)
                    .map(holder -> open(judged.phone, holder))
                    .orElseGet(() -> Outcome.refused(NO_MATCH)));
        } catch (DuplicateKeyException another) {
            return Outcome.refused(Hold.HELD);
        }
    }

    private void endOverdue(Holder holder) {
        RebindingRow open = rows.openOf(holder.accountId());
        if (open != null) {
            expire(open.id);
        }
    }

    private Outcome<Ticket> open(Phone phone, Holder holder) {
        String ticket = ids.token(TICKET_BYTES);
        RebindingRow open = rows.openOf(holder.accountId());
        if (open != null) {
            return again(open, phone, ticket);
        }
        if (!hold.take(holder)) {
            return Outcome.refused(Hold.HELD);
        }
        Phone old = accounts.find(holder.accountId()).orElseThrow().phone();
        RebindingRow row = book.row(ids.next(), holder.accountId(), old, phone);
        row.registrationId = holder.registrationId();
        row.state = Rebinding.State.PENDING;
        row.ticketBlind = book.index(ticket);
        row.expiresAt = row.askedAt.plus(Rebinding.OPEN_FOR);
        rows.insert(row);
        codes.use(phone, REBIND);
        audit.append("rebinding:" + row.id, "rebinding.asked", "account", row.accountId, null);
        pushes.tell(row.id, Notice.To.OLD, Rebinding.State.PENDING);
        pushes.expireLater(row.id);
        events.publishEvent(new Rebinding.Opened(row.id, holder.registrationId(), holder.branch()));
        return Outcome.done(new Ticket(ticket, book.rebinding(row)));
    }

    private Outcome<Ticket> again(RebindingRow open, Phone phone, String ticket) {
        Rebinding same = book.rebinding(open);
        if (!same.newPhone().equals(phone) || rows.reticket(open.id, book.index(ticket)) == 0) {
            return Outcome.refused(Hold.HELD);
        }
        codes.use(phone, REBIND);
        audit.append("rebinding:" + open.id, "rebinding.asked-again", "account", open.accountId, null);
        return Outcome.done(new Ticket(ticket, same));
    }

    /** Empty for what is no ticket, or not any more. */
    public Optional<Rebinding> find(String ticket) {
        return book.byTicket(ticket).map(book::rebinding);
    }

    /** The requester takes it back. Refused with REBIND_UNKNOWN, REBIND_MOVED_ON. */
    public Outcome<Rebinding> withdraw(String ticket) {
        return tx.write(() -> book.byTicket(ticket)
                .map(row -> ends.end(row.id, Rebinding.State.WITHDRAWN, "rebinding:" + row.id))
                .orElseGet(() -> Outcome.refused(Rebinding.UNKNOWN)));
    }

    /** What someone asked for the caller's account. */
    public Optional<Rebinding> openOf(Caller.OwnAccount caller) {
        return Optional.ofNullable(rows.openOf(caller.accountId()))
                .map(book::rebinding)
                .filter(found -> found.state() == Rebinding.State.PENDING);
    }

    /** Whoever is signed in to the account says no. Refused with REBIND_UNKNOWN, REBIND_MOVED_ON. */
    public Outcome<Rebinding> refuse(Caller.OwnAccount caller) {
        return tx.write(() -> openOf(caller)
                .map(open -> ends.end(open.id(), Rebinding.State.REFUSED, caller.actor()))
                .orElseGet(() -> Outcome.refused(Rebinding.UNKNOWN)));
    }

    /** Ends it when its days are over; a second call changes nothing. */
    public void expire(long id) {
        tx.write(() -> ends.end(id, Rebinding.State.EXPIRED, "system"));
    }

    /** The phone is proven, the person claimed. Only this room makes one. */
    public static final class Judged {
        private final Phone phone;
        private final Claim claim;

        Judged(Phone phone, Claim claim) {
            this.phone = phone;
            this.claim = claim;
        }
    }

    /** @param text what its requester asks again with; nobody else can */
    public record Ticket(String text, Rebinding rebinding) {
        @Override
        public String toString() {
            return "Ticket[…]";
        }
    }
}
