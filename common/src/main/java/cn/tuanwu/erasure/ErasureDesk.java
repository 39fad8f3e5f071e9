package cn.tuanwu.erasure;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Places;
import cn.tuanwu.access.Roster;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.registration.ErasureHold;
import cn.tuanwu.registration.ErasureHold.Leaver;
import cn.tuanwu.registration.History;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * A member's request to be erased. Whoever has no approved record closes the account instead and is erased at once. The
 * room of reviews asks the superior.
 */
@Service
public class ErasureDesk {
    private static final Refusal NO_RECORD = Refusal.of("ERASURE_AT_ONCE", "您没有通过审核的报到，不需要上级团组织确认，可以直接注销账号，全部信息立即删除。");

    private final ErasureRequestRows rows;
    private final ErasureBook book;
    private final ErasureHold hold;
    private final Roster roster;
    private final Places places;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    ErasureDesk(
            ErasureRequestRows rows,
            ErasureBook book,
            ErasureHold hold,
            Roster roster,
            Places places,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.book = book;
        this.hold = hold;
        this.roster = roster;
        this.places = places;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** The caller's newest request. */
    public Optional<ErasureRequest> latest(Caller.OwnAccount caller) {
        return Optional.ofNullable(rows.latest(caller.accountId())).map(book::erasure);
    }

    /**
     * Why it can't be asked for now, if so: ERASURE_AT_ONCE (nothing was approved), ERASURE_SERVING (still an operator, and
     * where), REGISTRATION_PENDING, EDIT_PENDING, REBIND_PENDING, TRANSFER_OPEN, LEAVING_OPEN, ERASURE_OPEN.
     */
    public Optional<Refusal> refusal(Caller.OwnAccount caller) {
        return refusal(caller, hold.of(caller));
    }

    /** The owner was proven before. Refused as {@link #refusal}. Publishes {@link ErasureRequest.Opened}. */
    public Outcome<ErasureRequest> ask(Caller.OwnAccount caller) {
        try {
            return tx.write(() -> askOnce(caller));
        } catch (DuplicateKeyException e) {
            return Outcome.refused(ErasureHold.OPEN);
        }
    }

    private Outcome<ErasureRequest> askOnce(Caller.OwnAccount caller) {
        Optional<Leaver> leaver = hold.of(caller);
        Optional<Refusal> refusal = refusal(caller, leaver);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (!hold.begin(leaver.get())) {
            return Outcome.refused(ErasureRequest.MOVED_ON);
        }
        ErasureRequestRow row = new ErasureRequestRow();
        row.id = ids.next();
        row.accountId = caller.accountId();
        row.registrationId = leaver.get().registrationId();
        row.branchId = leaver.get().branch().id();
        row.askedAt = clock.instant();
        rows.insert(row);
        audit.append(caller.actor(), "erasure.asked", "account", caller.accountId(), null);
        events.publishEvent(new ErasureRequest.Opened(
                row.id, row.registrationId, leaver.get().branch()));
        return Outcome.done(book.find(row.id).orElseThrow());
    }

    /** Refused with ERASURE_UNKNOWN, or ERASURE_MOVED_ON when it was decided. Publishes {@link ErasureRequest.Ended}. */
    public Outcome<ErasureRequest> withdraw(Caller.OwnAccount caller) {
        return tx.write(() -> {
            ErasureRequestRow open = rows.openOf(caller.accountId());
            if (open == null) {
                return Outcome.refused(ErasureRequest.NONE);
            }
            if (rows.end(open.id, ErasureRequest.State.WITHDRAWN, clock.instant(), caller.actor(), null, null) == 0) {
                return Outcome.refused(ErasureRequest.MOVED_ON);
            }
            hold.release(open.registrationId, History.What.ERASURE_WITHDRAWN, null, null);
            audit.append(caller.actor(), "erasure.withdrawn", "account", caller.accountId(), null);
            events.publishEvent(new ErasureRequest.Ended(open.id));
            return Outcome.done(book.find(open.id).orElseThrow());
        });
    }

    private Optional<Refusal> refusal(Caller.OwnAccount caller, Optional<Leaver> leaver) {
        if (leaver.isEmpty() || leaver.get().state().isEditable()) {
            return Optional.of(NO_RECORD);
        }
        Optional<Refusal> serving = serving(caller);
        return serving.isPresent() ? serving : leaver.get().busy();
    }

    private Optional<Refusal> serving(Caller.OwnAccount caller) {
        String where = roster.byAccount(caller.accountId())
                .map(person -> places.of(person.id()).stream()
                        .map(place -> place.organisation().name())
                        .collect(Collectors.joining("、")))
                .orElse("");
        return where.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of("ERASURE_SERVING", "您还在" + where + "担任运营者或管理员，请先由上级团组织解除这些身份，再申请删除个人信息。"));
    }
}
