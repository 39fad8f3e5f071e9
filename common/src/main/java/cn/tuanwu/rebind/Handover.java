package cn.tuanwu.rebind;

import cn.tuanwu.account.PhoneBinding;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.registration.ClosingDesk;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.Hold;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Carries out what review decided about a re-binding, in review's transaction. */
@Service
public class Handover {
    private static final Refusal PHONE_BUSY = Refusal.of("REBIND_PHONE_BUSY", "新手机号已另有报到记录，不能换绑，请退回并请申请人换用其他手机号。");

    private final RebindingRows rows;
    private final RebindBook book;
    private final RebindPushes pushes;
    private final PhoneBinding phones;
    private final ClosingDesk closings;
    private final Hold hold;
    private final Clock clock;

    Handover(
            RebindingRows rows,
            RebindBook book,
            RebindPushes pushes,
            PhoneBinding phones,
            ClosingDesk closings,
            Hold hold,
            Clock clock) {
        this.rows = rows;
        this.book = book;
        this.pushes = pushes;
        this.phones = phones;
        this.closings = closings;
        this.hold = hold;
        this.clock = clock;
    }

    /**
     * The account is the new phone's; what the new phone's own account had begun ends. Refused with REBIND_MOVED_ON (over
     * already, or too late), REBIND_PHONE_BUSY.
     */
    public Outcome<Rebinding> approve(long id, String decidedBy) {
        if (rows.end(id, Rebinding.State.APPROVED, clock.instant(), decidedBy, null) == 0) {
            return Outcome.refused(Rebinding.MOVED_ON);
        }
        Rebinding rebinding = book.find(id).orElseThrow();
        PhoneBinding.Baggage baggage = phones.baggageOf(rebinding.newPhone());
        phones.repack(baggage, rebinding.accountId());
        if (baggage.accountId() != null && !closings.dissolve(baggage.accountId())) {
            return Outcome.refused(PHONE_BUSY);
        }
        try {
            phones.handOver(rebinding.accountId(), rebinding.newPhone(), baggage);
        } catch (DuplicateKeyException meanwhile) {
            return Outcome.refused(PHONE_BUSY);
        }
        hold.release(rebinding.registrationId(), History.What.REBOUND, decidedBy, null);
        pushes.expireNoMore(id);
        pushes.tell(id, Notice.To.NEW, Rebinding.State.APPROVED);
        pushes.tell(id, Notice.To.OLD, Rebinding.State.APPROVED);
        return Outcome.done(rebinding);
    }

    /** The account stays as it was; the requester reads why. Refused with REBIND_MOVED_ON. */
    public Outcome<Rebinding> sendBack(long id, String decidedBy, String reason) {
        if (rows.end(id, Rebinding.State.RETURNED, clock.instant(), decidedBy, reason) == 0) {
            return Outcome.refused(Rebinding.MOVED_ON);
        }
        Rebinding rebinding = book.find(id).orElseThrow();
        hold.release(rebinding.registrationId(), History.What.REBIND_ENDED, decidedBy, reason);
        pushes.expireNoMore(id);
        pushes.tell(id, Notice.To.NEW, Rebinding.State.RETURNED);
        return Outcome.done(rebinding);
    }
}
