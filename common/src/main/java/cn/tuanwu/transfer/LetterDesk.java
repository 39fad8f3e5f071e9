package cn.tuanwu.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Departure;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.Relocation;
import cn.tuanwu.registration.Relocation.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Letters of introduction: opened by their member and by the side that let go, each opening in the audit; confirmed when the
 * member arrived out of the province, which ends the membership here.
 */
@Service
public class LetterDesk {
    private static final Refusal NONE = Refusal.of("LETTER_NONE", "这项转接没有介绍信：只有办结的省外转接才会开具。");
    private static final Refusal VOID = Refusal.of("LETTER_VOID", "这封介绍信已作废：之后又办理了别的转接或已离团。");
    private static final Refusal OWN = Refusal.of("OWN_REGISTRATION", "这是您本人的转接，不能由您确认到达，请由其他负责人确认。");
    private static final Refusal MOVED_ON = Refusal.of("LETTER_MOVED_ON", "这封介绍信的状态已变化，请以最新状态为准。");

    private final LetterRows rows;
    private final LetterIssuing issuing;
    private final TransferDesk transfers;
    private final TransferBook book;
    private final TransferNews news;
    private final Appealing appealing;
    private final Roster roster;
    private final Voices voices;
    private final Relocation relocation;
    private final Departure departure;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    LetterDesk(
            LetterRows rows,
            LetterIssuing issuing,
            TransferDesk transfers,
            TransferBook book,
            TransferNews news,
            Appealing appealing,
            Roster roster,
            Voices voices,
            Relocation relocation,
            Departure departure,
            AuditDesk audit,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.issuing = issuing;
        this.transfers = transfers;
        this.book = book;
        this.news = news;
        this.appealing = appealing;
        this.roster = roster;
        this.voices = voices;
        this.relocation = relocation;
        this.departure = departure;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    /** The member's own, with a line in the audit. Refused with TRANSFER_UNKNOWN, LETTER_NONE, LETTER_VOID. */
    public Outcome<Sheet> open(Caller.OwnAccount caller, long id) {
        return transfers.find(caller, id).isPresent() ? open(caller.actor(), id) : Outcome.refused(Transfer.UNKNOWN);
    }

    /** For the side that let go, likewise; whoever only took no part in it has none. */
    public Outcome<Sheet> open(Caller.AtConsole caller, long id) {
        return isTheirs(id, voices.looking(caller)) ? open(caller.actor(), id) : Outcome.refused(Transfer.UNKNOWN);
    }

    private Outcome<Sheet> open(String actor, long id) {
        LetterRow row = rows.find(id);
        if (row == null) {
            return Outcome.refused(NONE);
        }
        if (row.state == Letter.State.VOID) {
            return Outcome.refused(VOID);
        }
        tx.run(() -> audit.append(actor, "transfer.letter-opened", "transfer", id, null));
        return Outcome.done(new Sheet(row.letter(), row.code, issuing.facts(row)));
    }

    /**
     * The member arrived: no member here from now on, the record stays, an open appeal ends. Refused with TRANSFER_UNKNOWN,
     * LETTER_NONE, LETTER_VOID, LETTER_MOVED_ON, OWN_REGISTRATION, or when other business is under way.
     */
    public Outcome<Transfer> arrived(Caller.Reviewer caller, long id) {
        return isTheirs(id, List.of(caller.organisation()))
                ? arrived(caller.actor(), caller.seat().name(), id)
                : Outcome.refused(Transfer.UNKNOWN);
    }

    public Outcome<Transfer> arrived(Caller.Staff caller, long id) {
        return isTheirs(id, voices.speaking(caller, Transfer.Side.OUT_BRANCH).roots())
                ? arrived(caller.actor(), caller.name(), id)
                : Outcome.refused(Transfer.UNKNOWN);
    }

    private Outcome<Transfer> arrived(String actor, String by, long id) {
        return tx.write(() -> {
            LetterRow row = rows.find(id);
            if (row == null || row.state == Letter.State.VOID) {
                return Outcome.refused(row == null ? NONE : VOID);
            }
            Standing standing = relocation.lock(row.registrationId).orElseThrow();
            if (row.state != Letter.State.ISSUED) {
                return Outcome.refused(MOVED_ON);
            }
            if (roster.byAccount(standing.accountId())
                    .filter(person -> actor.equals("staff:" + person.id()))
                    .isPresent()) {
                return Outcome.refused(OWN);
            }
            if (standing.busy().isPresent()) {
                return Outcome.refused(standing.busy().get());
            }
            appealing.end(row.registrationId, actor, "已到达省外团组织");
            String note = "介绍信 " + row.letter().number();
            if (rows.arrived(id, clock.instant(), by) == 0
                    || !departure.leave(row.registrationId, Registration.State.LEFT_OUTSIDE, by, note)) {
                return Outcome.refused(MOVED_ON);
            }
            audit.append(actor, "transfer.letter-arrived", "transfer", id, null);
            return Outcome.done(book.find(id).orElseThrow());
        });
    }

    /** Whether a letter with this code exists; for anybody. Whom it is about is not said. */
    public Optional<Letter> check(String code) {
        return Optional.ofNullable(Ids.isToken(code) ? rows.byCode(code) : null).map(LetterRow::letter);
    }

    /** When its days are over and nobody said that the member arrived, the branch hears of it; once. */
    public void remind(long id) {
        tx.run(() -> book.find(id)
                .filter(transfer ->
                        transfer.letter() != null && transfer.letter().state() == Letter.State.ISSUED)
                .ifPresent(transfer -> relocation
                        .of(transfer.registrationId())
                        .ifPresent(standing -> news.letterOver(transfer, standing.branch()))));
    }

    /** The record is still theirs: a branch that was merged left it to the other. */
    private boolean isTheirs(long id, List<Organisation> roots) {
        return book.find(id)
                .flatMap(transfer -> relocation.of(transfer.registrationId()))
                .filter(standing -> roots.stream().anyMatch(standing.branch()::isWithin))
                .isPresent();
    }

    /** @param code leads to the public check */
    public record Sheet(Letter letter, String code, Letter.Facts facts) {
        @Override
        public String toString() {
            return "Sheet[" + letter.number() + "]";
        }
    }
}
