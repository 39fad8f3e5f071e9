package cn.tuanwu.number;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Keeps whose each member number is (product §3, §6): reserved while a registration is open, free again when it is
 * withdrawn or returned, used for good once approved. Every call joins the transaction of what causes it.
 */
@Service
public class NumberDesk {
    static final String TAKEN = "MEMBER_NUMBER_TAKEN";

    private final NumberRows rows;
    private final PieceRows pieceRows;
    private final Pieces pieces;
    private final Ledger ledger;
    private final Fence fence;
    private final LowAlarm alarm;
    private final Clock clock;

    NumberDesk(
            NumberRows rows,
            PieceRows pieceRows,
            Pieces pieces,
            Ledger ledger,
            Fence fence,
            LowAlarm alarm,
            Clock clock) {
        this.rows = rows;
        this.pieceRows = pieceRows;
        this.pieces = pieces;
        this.ledger = ledger;
        this.fence = fence;
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * Reserves the number for this registration instead of any it had reserved before. Refused beside the field with
     * MEMBER_NUMBER_TAKEN: of several who want one number at once the database lets one in, the others wait for its end
     * and read why. Whose it is they are not told. With NUMBERS_FENCED while the ledger waits for its reconciliation.
     */
    public Outcome<MemberNumber> reserve(MemberNumber number, long registrationId) {
        if (fence.closed().isPresent()) {
            return Outcome.refused(
                    Refusal.at("memberNumber", Fence.CLOSED.code(), "系统正在核对发展团员编号，暂时不能登记编号。资料已保存为草稿，请稍后再提交。"));
        }
        release(registrationId);
        if (rows.insert(number.text(), registrationId, clock.instant()) == 1) {
            return reserved(number, Tally.RESERVED);
        }
        if (rows.claim(number.text(), registrationId, clock.instant()) == 1) {
            return reserved(number, Tally.RESERVED_HANDED_OUT);
        }
        return Outcome.refused(taken(rows.state(number.text())));
    }

    private Outcome<MemberNumber> reserved(MemberNumber number, Tally by) {
        count(number.text(), by).ifPresent(piece -> {
            ledger.issued(new Issue.Taken(number.text(), State.RESERVED, piece.holderId));
            alarm.look(piece.holderId);
        });
        return Outcome.done(number);
    }

    /** Why this registration could not have the number now, if so. */
    public Optional<Refusal> whyTaken(MemberNumber number, long registrationId) {
        return Optional.ofNullable(rows.heldByOther(number.text(), registrationId))
                .map(NumberDesk::taken);
    }

    /** The number is anybody's again, or of whom it was handed out to. One that is used stays used. */
    public void release(long registrationId) {
        for (String number : rows.of(registrationId, State.RESERVED)) {
            if (rows.release(number, registrationId) == 1) {
                count(number, Tally.RESERVED.undone());
            } else if (rows.handBack(number, registrationId, clock.instant()) == 1) {
                count(number, Tally.RESERVED_HANDED_OUT.undone());
            }
        }
    }

    /** The member has it for good. */
    public void use(long registrationId) {
        var reserved = rows.of(registrationId, State.RESERVED);
        if (rows.use(registrationId, clock.instant()) > 0) {
            reserved.forEach(number -> count(number, Tally.USED));
        }
    }

    /** A number given by mistake is nobody's any more, and never given again. */
    public void voidUsed(long registrationId) {
        var used = rows.of(registrationId, State.USED);
        if (rows.voidUsed(registrationId, clock.instant()) > 0) {
            used.forEach(number -> count(number, Tally.USED_VOIDED));
        }
    }

    /** Whether a segment of ours proves that the branch may have the number (field-research G9). */
    public Standing standing(String number, long branchId) {
        return run(number)
                .map(pieceRows::around)
                .map(piece -> piece.holderId == branchId ? Standing.OWN : Standing.OTHERS)
                .orElse(Standing.OUTSIDE);
    }

    private Optional<PieceRow> count(String number, Tally by) {
        return run(number).flatMap(run -> pieces.count(run, by));
    }

    static Optional<NumberRange> run(String number) {
        return MemberNumber.read(number)
                .filter(read -> read.province().isPresent())
                .map(NumberRange::of);
    }

    /** @param held null when it was set free this very moment */
    private static Refusal taken(State held) {
        String why = held == State.USED ? "已属于另一位团员" : held == State.VOID ? "已作废" : "正在另一份待审核的报到中使用";
        return Refusal.at("memberNumber", TAKEN, "这个发展团员编号" + why + "，请对照入团志愿书核对；如无误请联系团支部，由上级团组织核实。");
    }

    /** Where a number is, as seen from a branch. */
    public enum Standing {
        /** In none of the house's segments: only the paper form proves it. */
        OUTSIDE,
        OWN,
        /** Allocated to another organisation, or to nobody yet. */
        OTHERS
    }

    /** What a number that is not free can be. */
    public enum State {
        /** Written on somebody's paper form; nobody has registered with it yet. */
        HANDED_OUT,
        RESERVED,
        USED,
        VOID
    }
}
