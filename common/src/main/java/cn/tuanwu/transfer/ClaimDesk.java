package cn.tuanwu.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.SlowDown;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.registration.Identification;
import cn.tuanwu.registration.Identification.Claim;
import cn.tuanwu.registration.Identification.Holder;
import cn.tuanwu.registration.Relocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The branch that takes starts a transfer of whom it can name by name and document. Every try is counted before it is looked
 * at, and stands in the audit without the number.
 */
@Service
public class ClaimDesk {
    private static final Refusal NO_MATCH = Refusal.of("TRANSFER_NO_MATCH", "没有找到姓名和证件号码都一致的团员，请对照证件核对；如从未报到，请先报到。");
    private static final Refusal TARGET_ELSEWHERE =
            Refusal.at("targetId", "TRANSFER_TARGET_ELSEWHERE", "由转入方发起时，只能转入您所在的组织。");
    private static final Refusal SLOWED = Refusal.of("TRANSFER_CLAIM_SLOWED", "姓名和证件号码多次对不上，请过几分钟再试，并对照证件核对。");
    private static final String CLAIM = "transfer-claim";

    private final Starting starting;
    private final Voices voices;
    private final Relocation relocation;
    private final Identification identification;
    private final OrgDesk organisations;
    private final SlowDown slow;
    private final AuditDesk audit;
    private final Tx tx;

    ClaimDesk(
            Starting starting,
            Voices voices,
            Relocation relocation,
            Identification identification,
            OrgDesk organisations,
            SlowDown slow,
            AuditDesk audit,
            Tx tx) {
        this.starting = starting;
        this.voices = voices;
        this.relocation = relocation;
        this.identification = identification;
        this.organisations = organisations;
        this.slow = slow;
        this.audit = audit;
        this.tx = tx;
    }

    /**
     * Judges and counts; call it outside a transaction. Refused beside the field, before anybody is looked for, with
     * NAME_INVALID, DOCUMENT_INVALID, the faults of the wish, TRANSFER_TARGET_ELSEWHERE; with TRANSFER_NO_MATCH for whatever is
     * not right about the person, and after several tries that started nothing with TRANSFER_CLAIM_SLOWED for some minutes.
     */
    public Outcome<Judged> judge(Caller.Reviewer caller, Claim claim, Wish wish) {
        return judge(Voices.speaking(caller, Transfer.Side.IN_BRANCH), claim, wish);
    }

    public Outcome<Judged> judge(Caller.Staff caller, Claim claim, Wish wish) {
        return judge(voices.speaking(caller, Transfer.Side.IN_BRANCH), claim, wish);
    }

    private Outcome<Judged> judge(Starter starter, Claim claim, Wish wish) {
        List<Refusal> faults = new ArrayList<>(identification.faults(claim));
        faults.addAll(wish.faults());
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        boolean here = Optional.ofNullable(wish.targetId())
                .flatMap(organisations::find)
                .filter(starter::speaksFor)
                .isPresent();
        if (!here) {
            return Outcome.refused(TARGET_ELSEWHERE);
        }
        if (slow.tried(CLAIM, starter.actor()).isPresent()) {
            return Outcome.refused(SLOWED);
        }
        Optional<Holder> holder = identification.holder(claim);
        String found = holder.isPresent() ? "match" : "no match";
        tx.run(() -> audit.append(starter.actor(), "transfer.claimed", "organisation", wish.targetId(), found));
        return holder.map(person -> Outcome.done(new Judged(starter, person.registrationId(), wish)))
                .orElseGet(() -> Outcome.refused(NO_MATCH));
    }

    /** Refused with all that stands in the way, or TRANSFER_MOVED_ON. Publishes {@link Transfer.Waits}. */
    public Outcome<Transfer> start(Judged judged) {
        return tx.write(() -> {
            Outcome<Transfer> started =
                    starting.start(judged.starter, () -> relocation.of(judged.registrationId), judged.wish);
            if (started instanceof Outcome.Done<Transfer>) {
                slow.cleared(CLAIM, judged.starter.actor());
            }
            return started;
        });
    }

    /** A claim about somebody who exists. */
    public static final class Judged {
        private final Starter starter;
        private final long registrationId;
        private final Wish wish;

        private Judged(Starter starter, long registrationId, Wish wish) {
            this.starter = starter;
            this.registrationId = registrationId;
            this.wish = wish;
        }
    }
}
