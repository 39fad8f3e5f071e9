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
    private final Clock clock;

    NumberDesk(NumberRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Reserves the number for this registration instead of any it had reserved before. Refused beside the field with
     * MEMBER_NUMBER_TAKEN: of several who want one number at once the database lets one in, the others wait for its end
     * and read why. Whose it is they are not told.
     */
    public Outcome<MemberNumber> reserve(MemberNumber number, long registrationId) {
        rows.release(registrationId);
        if (rows.insert(number.text(), registrationId, State.RESERVED, clock.instant()) == 1) {
            return Outcome.done(number);
        }
        return Outcome.refused(taken(rows.state(number.text())));
    }

    /** Why this registration could not have the number now, if so. */
    public Optional<Refusal> whyTaken(MemberNumber number, long registrationId) {
        return Optional.ofNullable(rows.heldByOther(number.text(), registrationId))
                .map(NumberDesk::taken);
    }

    /** The number is anybody's again. One that is used stays used. */
    public void release(long registrationId) {
        rows.release(registrationId);
    }

    /** The member has it for good. */
    public void use(long registrationId) {
        rows.use(registrationId, clock.instant());
    }

    /** A number given by mistake is nobody's any more, and never given again. */
    public void voidUsed(long registrationId) {
        rows.voidUsed(registrationId, clock.instant());
    }

    /** Whether a segment of ours proves the number; outside them only the paper form does. */
    public boolean isVerified(String number) {
        return Boolean.TRUE.equals(rows.verified(number));
    }

    /** @param held null when it was set free this very moment */
    private static Refusal taken(State held) {
        String why = held == State.USED ? "已属于另一位团员" : held == State.VOID ? "已作废" : "正在另一份待审核的报到中使用";
        return Refusal.at("memberNumber", TAKEN, "这个发展团员编号" + why + "，请对照入团志愿书核对；如无误请联系团支部，由上级团组织核实。");
    }

    enum State {
        RESERVED,
        USED,
        VOID
    }
}
