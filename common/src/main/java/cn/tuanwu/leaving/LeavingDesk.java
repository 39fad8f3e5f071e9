package cn.tuanwu.leaving;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Departure;
import cn.tuanwu.registration.Departure.Standing;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Who wants to leave or to come back, and which registration is wrong (product §10): asked for by the member or by the branch,
 * decided in the room of reviews. What is elsewhere does not exist.
 */
@Service
public class LeavingDesk {
    static final int LONGEST_REASON = 100;
    private static final Refusal NOT_YOURS = Refusal.of("LEAVING_NOT_YOURS", "只有提出申请的一方可以撤回。");
    private static final Refusal ORGANISATION_UNKNOWN = Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。");

    private final LeavingStart starting;
    private final LeavingRows rows;
    private final LeavingBook book;
    private final LeavingEnds ends;
    private final LeavingRules judging;
    private final LeavingVoices voices;
    private final Departure departure;
    private final OrgDesk organisations;
    private final Tx tx;

    LeavingDesk(
            LeavingStart starting,
            LeavingRows rows,
            LeavingBook book,
            LeavingEnds ends,
            LeavingRules judging,
            LeavingVoices voices,
            Departure departure,
            OrgDesk organisations,
            Tx tx) {
        this.starting = starting;
        this.rows = rows;
        this.book = book;
        this.ends = ends;
        this.judging = judging;
        this.voices = voices;
        this.departure = departure;
        this.organisations = organisations;
        this.tx = tx;
    }

    /** Why the member may not ask to leave now, if so. */
    public Optional<Refusal> refusal(Caller.OwnAccount caller) {
        return judging.refusal(Leaving.Side.MEMBER, departure.of(caller), Leaving.Kind.VOLUNTARY);
    }

    /**
     * 退团: the member asks. Refused with NOT_APPROVED, whatever is under way, LEAVING_DUTY, LEAVING_MOVED_ON; REQUIRED, TOO_LONG
     * beside the words. Publishes {@link Leaving.Waits}.
     */
    public Outcome<Leaving> ask(Caller.OwnAccount caller, String words) {
        Wish wish = new Wish(Leaving.Kind.VOLUNTARY, null, words, null);
        return starting.start(LeavingVoices.of(caller), Leaving.Side.MEMBER, () -> departure.of(caller), wish);
    }

    /** What became of the member's last one, whoever asked for it. */
    public Optional<Leaving> mine(Caller.OwnAccount caller) {
        return Optional.ofNullable(rows.latestOf(caller.accountId())).map(book::leaving);
    }

    /** Refused with LEAVING_UNKNOWN, LEAVING_NOT_YOURS, LEAVING_MOVED_ON. Publishes {@link Leaving.Ended}. */
    public Outcome<Leaving> withdraw(Caller.OwnAccount caller) {
        return tx.write(() -> {
            LeavingRow row = rows.latestOf(caller.accountId());
            if (row == null || !row.state.isOpen()) {
                return Outcome.refused(Leaving.UNKNOWN);
            }
            return row.startedBy.equals(caller.actor())
                    ? ends.end(row.id, Leaving.State.WITHDRAWN, caller.actor(), null, "本人撤回")
                    : Outcome.refused(NOT_YOURS);
        });
    }

    /**
     * The branch asks, and has agreed by that. Refused with LEAVING_MEMBER_UNKNOWN, LEAVING_OPEN, LEAGUE_LEFT, LEAVING_DUTY,
     * LEAVING_NOT_LEFT, LEAVING_BRANCH_CLOSED, LEAVING_MOVED_ON; REQUIRED, TOO_LONG beside fields. Publishes
     * {@link Leaving.Waits}.
     */
    public Outcome<Leaving> start(Caller.Reviewer caller, long registrationId, Wish wish) {
        return start(LeavingVoices.of(caller), registrationId, wish);
    }

    public Outcome<Leaving> start(Caller.Staff caller, long registrationId, Wish wish) {
        return start(voices.of(caller), registrationId, wish);
    }

    private Outcome<Leaving> start(Voice voice, long registrationId, Wish wish) {
        return starting.start(voice, Leaving.Side.BRANCH, () -> theirs(voice, registrationId), wish);
    }

    /** Refused with LEAVING_UNKNOWN, LEAVING_NOT_YOURS, LEAVING_MOVED_ON, REASON_MISSING. Publishes {@link Leaving.Ended}. */
    public Outcome<Leaving> withdraw(Caller.Reviewer caller, long id, String typedReason) {
        String reason = Wish.strip(typedReason);
        if (reason == null || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            return Outcome.refused(Refusal.at("reason", "REASON_MISSING", "请写明撤回原因，最多 " + LONGEST_REASON + " 个字。"));
        }
        Voice voice = LeavingVoices.of(caller);
        return tx.write(() -> {
            Optional<Leaving> found = book.find(id).filter(one -> voice.speaksFor(one.branch()));
            if (found.isEmpty()) {
                return Outcome.refused(Leaving.UNKNOWN);
            }
            return found.get().startedSide() == Leaving.Side.BRANCH
                    ? ends.end(id, Leaving.State.WITHDRAWN, voice.actor(), voice.name(), reason)
                    : Outcome.refused(NOT_YOURS);
        });
    }

    public Optional<Leaving> find(Caller.Viewer caller, long id) {
        return book.find(id).filter(one -> one.branch().isWithin(caller.organisation()));
    }

    /**
     * Newest first, without what a branch confirmed by itself. Refused with ORGANISATION_UNKNOWN.
     *
     * @param organisation within the caller's, or null for all of it
     * @param before the {@link Page#next} of the page before, null for the first
     */
    public Outcome<Page> list(Caller.Viewer caller, Long organisation, boolean open, Long before, int most) {
        Optional<Organisation> root = organisation == null
                ? Optional.of(caller.organisation())
                : organisations.find(organisation).filter(found -> found.isWithin(caller.organisation()));
        if (root.isEmpty()) {
            return Outcome.refused(ORGANISATION_UNKNOWN);
        }
        List<LeavingRow> found =
                rows.within(root.get().path() + '%', open, before == null ? Long.MAX_VALUE : before, most + 1);
        List<Leaving> page = found.stream().limit(most).map(book::leaving).toList();
        return Outcome.done(
                new Page(page, found.size() > most ? page.get(most - 1).id() : null));
    }

    private Optional<Standing> theirs(Voice voice, long registrationId) {
        return departure.of(registrationId).filter(standing -> voice.speaksFor(standing.branch()));
    }

    /** @param next null when nothing comes after */
    public record Page(List<Leaving> items, Long next) {}
}
