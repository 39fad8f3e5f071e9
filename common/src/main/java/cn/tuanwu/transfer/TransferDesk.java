package cn.tuanwu.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Relocation;
import cn.tuanwu.registration.Relocation.Standing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Transfers (product §9): started by the member, by the branch that lets go or by the one that takes ({@link ClaimDesk}); looked at
 * by either side. What is elsewhere does not exist. The nodes decide in the room of reviews.
 */
@Service
public class TransferDesk {
    private static final Refusal MEMBER_UNKNOWN = Refusal.of("TRANSFER_MEMBER_UNKNOWN", "没有找到这名团员，可能不在您的组织内。");
    private static final int MOST = 20;

    private final Starting starting;
    private final TakingBack takingBack;
    private final Appealing appealing;
    private final TransferBook book;
    private final Voices voices;
    private final Relocation relocation;

    TransferDesk(
            Starting starting,
            TakingBack takingBack,
            Appealing appealing,
            TransferBook book,
            Voices voices,
            Relocation relocation) {
        this.starting = starting;
        this.takingBack = takingBack;
        this.appealing = appealing;
        this.book = book;
        this.voices = voices;
        this.relocation = relocation;
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
