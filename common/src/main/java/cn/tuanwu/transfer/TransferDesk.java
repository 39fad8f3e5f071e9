package cn.tuanwu.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.SlowDown;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Identification;
import cn.tuanwu.registration.Identification.Claim;
import cn.tuanwu.registration.Relocation;
import cn.tuanwu.registration.Relocation.Standing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Transfers (product §9): started by the member, by the branch that lets go or by the one that takes; looked at by either
 * side. What is elsewhere does not exist. The nodes decide in the room of reviews.
 */
@Service
public class TransferDesk {
    private static final Refusal MEMBER_UNKNOWN = Refusal.of("TRANSFER_MEMBER_UNKNOWN", "没有找到这名团员，可能不在您的组织内。");
    private static final Refusal NO_MATCH = Refusal.of("TRANSFER_NO_MATCH", "没有找到姓名和证件号码都一致的团员，请对照证件核对；如从未报到，请先报到。");
    private static final Refusal TARGET_ELSEWHERE =
            Refusal.at("targetId", "TRANSFER_TARGET_ELSEWHERE", "由转入方发起时，只能转入您所在的组织。");
    private static final Refusal SLOWED = Refusal.of("TRANSFER_CLAIM_SLOWED", "姓名和证件号码多次对不上，请过几分钟再试，并对照证件核对。");
    private static final String CLAIM = "transfer-claim";
    private static final int MOST = 20;

    private final Starting starting;
    private final TakingBack takingBack;
    private final Appealing appealing;
    private final TransferBook book;
    private final Voices voices;
    private final Relocation relocation;
    private final Identification identification;
    private final OrgDesk organisations;
    private final SlowDown slow;

    TransferDesk(
            Starting starting,
            TakingBack takingBack,
            Appealing appealing,
            TransferBook book,
            Voices voices,
            Relocation relocation,
            Identification identification,
            OrgDesk organisations,
            SlowDown slow) {
        this.slow = slow;
        this.starting = starting;
        this.takingBack = takingBack;
        this.appealing = appealing;
        this.book = book;
        this.voices = voices;
        this.relocation = relocation;
        this.identification = identification;
        this.organisations = organisations;
    }

    /**
     * What stands in the way, each with its code: NOT_APPROVED, REGISTRATION_PENDING, EDIT_PENDING, REBIND_PENDING,
     * TRANSFER_OPEN, TRANSFER_CADRE, TRANSFER_REALNAME, TRANSFER_TARGET_UNKNOWN, TRANSFER_TARGET_ROOT, TRANSFER_SAME_BRANCH,
     * TRANSFER_BRANCH_CLOSED, and REQUIRED, TOO_LONG, TEXT_UNDRAWABLE beside fields. Empty: it may begin. Call it inside no
     * transaction.
     */
    public List<Refusal> blockers(Caller.OwnAccount caller, Wish wish) {
        return starting.blockers(relocation.of(caller), wish);
    }

    /** As above, for a member of the caller's; TRANSFER_MEMBER_UNKNOWN else. */
    public List<Refusal> blockers(Caller.Reviewer caller, long registrationId, Wish wish) {
        return blockers(Voices.speaking(caller, Transfer.Side.OUT_BRANCH), registrationId, wish);
    }

    public List<Refusal> blockers(Caller.Staff caller, long registrationId, Wish wish) {
        return blockers(voices.speaking(caller, Transfer.Side.OUT_BRANCH), registrationId, wish);
    }

    private List<Refusal> blockers(Starter starter, long registrationId, Wish wish) {
        Optional<Standing> member = theirs(starter, registrationId);
        return member.isEmpty() ? List.of(MEMBER_UNKNOWN) : starting.blockers(member, wish);
    }

    /** The member starts it. Refused with all that stands in the way, or TRANSFER_MOVED_ON. Publishes {@link Transfer.Waits}. */
    public Outcome<Transfer> start(Caller.OwnAccount caller, Wish wish) {
        return starting.start(Voices.member(caller), () -> relocation.of(caller), wish);
    }

    /** The branch that lets go starts it, and has agreed by that. Refused as above, and with TRANSFER_MEMBER_UNKNOWN. */
    public Outcome<Transfer> start(Caller.Reviewer caller, long registrationId, Wish wish) {
        return start(Voices.speaking(caller, Transfer.Side.OUT_BRANCH), registrationId, wish);
    }

    public Outcome<Transfer> start(Caller.Staff caller, long registrationId, Wish wish) {
        return start(voices.speaking(caller, Transfer.Side.OUT_BRANCH), registrationId, wish);
    }

    private Outcome<Transfer> start(Starter starter, long registrationId, Wish wish) {
        return theirs(starter, registrationId).isEmpty()
                ? Outcome.refused(MEMBER_UNKNOWN)
                : starting.start(starter, () -> theirs(starter, registrationId), wish);
    }

    /**
     * The branch that takes starts it, knowing name and document. Refused beside the field with NAME_INVALID,
     * DOCUMENT_INVALID, TRANSFER_TARGET_ELSEWHERE; with TRANSFER_NO_MATCH for whatever is not right about the person, and after
     * several of those with TRANSFER_CLAIM_SLOWED for some minutes.
     */
    public Outcome<Transfer> claim(Caller.Reviewer caller, Claim claim, Wish wish) {
        return claim(Voices.speaking(caller, Transfer.Side.IN_BRANCH), claim, wish);
    }

    public Outcome<Transfer> claim(Caller.Staff caller, Claim claim, Wish wish) {
        return claim(voices.speaking(caller, Transfer.Side.IN_BRANCH), claim, wish);
    }

    private Outcome<Transfer> claim(Starter starter, Claim claim, Wish wish) {
        if (slow.refusal(CLAIM, starter.actor()).isPresent()) {
            return Outcome.refused(SLOWED);
        }
        List<Refusal> faults = identification.faults(claim);
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
        return identification
                .holder(claim)
                .map(holder -> starting.start(starter, () -> relocation.of(holder.registrationId()), wish))
                .orElseGet(() -> {
                    slow.failed(CLAIM, starter.actor());
                    return Outcome.refused(NO_MATCH);
                });
    }

    /** Refused with TRANSFER_UNKNOWN, TRANSFER_NOT_YOURS, TRANSFER_MOVED_ON, REASON_MISSING. Publishes {@link Transfer.Ended}. */
    public Outcome<Transfer> withdraw(Caller.OwnAccount caller, long id, String reason) {
        return withdraw(find(caller, id), Voices.member(caller), reason);
    }

    public Outcome<Transfer> withdraw(Caller.Reviewer caller, long id, String reason) {
        return withdraw(find(caller, id), Voices.speaking(caller, Transfer.Side.OUT_BRANCH), reason);
    }

    public Outcome<Transfer> withdraw(Caller.Staff caller, long id, String reason) {
        return withdraw(find(caller, id), voices.speaking(caller, Transfer.Side.OUT_BRANCH), reason);
    }

    private Outcome<Transfer> withdraw(Optional<Transfer> seen, Starter starter, String reason) {
        return seen.map(transfer -> takingBack.withdraw(starter, transfer.id(), reason))
                .orElseGet(() -> Outcome.refused(Transfer.UNKNOWN));
    }

    /**
     * The member's appeal against a return, once for each transfer and within {@link Appeal#WITHIN}; it holds nothing still.
     * Refused with TRANSFER_UNKNOWN, APPEAL_WORDS, APPEAL_NOT_RETURNED, APPEAL_ONCE, APPEAL_LATE, APPEAL_ANOTHER,
     * PHOTO_UNKNOWN, or when other business is under way. Publishes {@link Appeal.Waits}.
     *
     * @param photos of {@link cn.tuanwu.registration.EvidenceDesk#keep}, six at most
     */
    public Outcome<Transfer> appeal(Caller.OwnAccount caller, long id, String words, List<Long> photos) {
        return find(caller, id).isPresent()
                ? appealing.file(caller, id, words, photos)
                : Outcome.refused(Transfer.UNKNOWN);
    }

    /** Tells those concerned that three days are left; a second call changes nothing. */
    public void warn(long id) {
        takingBack.warn(id);
    }

    /**
     * Ends it when its days are over; a second call changes nothing.
     *
     * @return false when it must be tried again: another change was quicker, or the days are not quite over
     */
    public boolean expire(long id) {
        return takingBack.expire(id);
    }

    /** The caller's own, newest first. */
    public List<Transfer> mine(Caller.OwnAccount caller) {
        return relocation
                .of(caller)
                .map(standing -> book.of(standing.registrationId(), MOST))
                .orElse(List.of());
    }

    public Optional<Transfer> find(Caller.OwnAccount caller, long id) {
        return relocation.of(caller).flatMap(standing -> book.find(id)
                .filter(transfer -> transfer.registrationId() == standing.registrationId()));
    }

    /** One that passes through the caller's organisations; empty else. */
    public Optional<Transfer> find(Caller.AtConsole caller, long id) {
        return book.find(id).filter(transfer -> touches(transfer, voices.looking(caller)));
    }

    public Optional<Transfer> find(Caller.Staff caller, long id) {
        return book.find(id).filter(transfer -> touches(transfer, voices.looking(caller)));
    }

    /** Whether the caller speaks for the organisation that started it, and so may take it back. */
    public boolean isStarter(Caller.Reviewer caller, Transfer transfer) {
        return TakingBack.isTheirs(Voices.speaking(caller, Transfer.Side.OUT_BRANCH), transfer);
    }

    public boolean isStarter(Caller.Staff caller, Transfer transfer) {
        return TakingBack.isTheirs(voices.speaking(caller, Transfer.Side.OUT_BRANCH), transfer);
    }

    private Optional<Standing> theirs(Starter starter, long registrationId) {
        return relocation.of(registrationId).filter(standing -> starter.speaksFor(standing.branch()));
    }

    private static boolean touches(Transfer transfer, List<Organisation> roots) {
        Stream<Organisation> sides =
                Stream.of(transfer.from(), transfer.target(), transfer.to()).filter(Objects::nonNull);
        return Stream.concat(sides, transfer.nodes().stream().map(Transfer.Node::organisation))
                .anyMatch(organisation -> roots.stream().anyMatch(organisation::isWithin));
    }
}
