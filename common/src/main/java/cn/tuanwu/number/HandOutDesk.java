package cn.tuanwu.number;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Gives single numbers of a branch to people who have yet to register: the next one of its segments, to be written on the
 * paper form. From then on it is nobody else's, whatever day it is; an admin takes it back when it was never written
 * down, or voids it when the form was spoilt.
 */
@Service
public class HandOutDesk {
    private static final int LONGEST_REASON = 60;
    private static final int TRIES = 3;
    private static final Refusal UNKNOWN = Refusal.at("number", "NUMBER_UNKNOWN", "这个编号不在本组织及下级的号段内。");
    private static final Refusal NOT_FREE = Refusal.at("number", "NUMBER_NOT_FREE", "这个编号已被报到使用或已作废，不能再作此处理。");

    private final NumberRows rows;
    private final PieceRows pieceRows;
    private final Pieces pieces;
    private final Ledger ledger;
    private final Fence fence;
    private final LowAlarm alarm;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    HandOutDesk(
            NumberRows rows,
            PieceRows pieceRows,
            Pieces pieces,
            Ledger ledger,
            Fence fence,
            LowAlarm alarm,
            OrgDesk organisations,
            AuditDesk audit,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.pieceRows = pieceRows;
        this.pieces = pieces;
        this.ledger = ledger;
        this.fence = fence;
        this.alarm = alarm;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * The next free number of this year that the branch holds, now handed out. Refused with BRANCH_UNKNOWN outside the
     * caller's subtree, NUMBERS_USED_UP, NUMBERS_FENCED.
     */
    public Outcome<MemberNumber> next(Caller.Reviewer caller, long branchId) {
        Optional<Organisation> branch =
                organisations.branch(branchId).filter(found -> found.isWithin(caller.organisation()));
        if (branch.isEmpty()) {
            return Outcome.refused(Refusal.of("BRANCH_UNKNOWN", "没有找到这个团支部。"));
        }
        int year = ChinaTime.date(clock.instant()).getYear();
        return tx.write(() -> {
            if (fence.closed().isPresent()) {
                return Outcome.refused(Fence.CLOSED);
            }
            for (PieceRow piece : pieceRows.withFree(branchId, year)) {
                Optional<String> number = nextOf(piece);
                if (number.isPresent()) {
                    return Outcome.done(handedOut(caller, number.get(), branchId));
                }
            }
            return Outcome.refused(Refusal.of("NUMBERS_USED_UP", "这个团支部 " + year + " 年没有可用的编号，请先为它新增号段。"));
        });
    }

    /**
     * The pointer moves on by one update that nobody else can do at the same time, and number_use's key decides: somebody
     * may have registered with a number from their paper. Then it goes on behind what is touched, from the start again
     * when need be.
     */
    private Optional<String> nextOf(PieceRow piece) {
        for (int tried = 0; tried < TRIES; tried++) {
            int from = piece.firstSerial;
            if (pieceRows.advance(piece) == 1) {
                from = pieceRows.taken();
                String number = new NumberRange(piece.prefix, from, from).start();
                if (rows.take(number, NumberDesk.State.HANDED_OUT, piece.holderId, null, clock.instant()) == 1) {
                    return Optional.of(number);
                }
            }
            Optional<Integer> free = free(piece, from);
            if (free.isEmpty()) {
                return Optional.empty();
            }
            pieceRows.goOn(piece.id, free.get());
        }
        return Optional.empty();
    }

    private Optional<Integer> free(PieceRow piece, int from) {
        List<PieceRow> now = pieceRows.overlapping(piece.range()).stream()
                .filter(found -> found.id == piece.id)
                .toList();
        List<NumberRange> free = pieces.untouched(now);
        return free.stream()
                .filter(run -> run.last() >= from)
                .findFirst()
                .map(run -> Math.max(run.first(), from))
                .or(() -> free.stream().findFirst().map(NumberRange::first));
    }

    private MemberNumber handedOut(Caller caller, String number, long branchId) {
        take(number, Tally.HANDED_OUT, NumberDesk.State.HANDED_OUT, branchId);
        alarm.look(branchId);
        audit.append(caller.actor(), "number.handed-out", "organisation", branchId, number);
        return new MemberNumber(number);
    }

    /**
     * Nobody ever gets this number, though nobody has it yet. Refused beside {@code number} with NUMBER_UNKNOWN outside
     * the holdings of the caller's subtree, NUMBER_NOT_FREE; beside {@code reason} with REASON_MISSING; NUMBERS_FENCED
     * while the journal still has what is to be issued again.
     */
    public Outcome<MemberNumber> makeVoid(Caller.Admin caller, String typed, String reason) {
        return change(caller, typed, reason, "number.voided", fence::closedToVoiding, (number, piece) -> {
            if (rows.take(number, NumberDesk.State.VOID, null, reason.strip(), clock.instant()) == 1) {
                take(number, Tally.VOIDED, NumberDesk.State.VOID, piece.holderId);
                return true;
            }
            if (rows.voidHandedOut(number, reason.strip(), clock.instant()) == 1) {
                take(number, Tally.HANDED_OUT_VOIDED, NumberDesk.State.VOID, piece.holderId);
                return true;
            }
            return false;
        });
    }

    /**
     * A number that was handed out and never written down is free again. Refused as {@link #makeVoid}; NUMBER_NOT_FREE
     * also when only a reconciliation says that it was handed out.
     */
    public Outcome<MemberNumber> takeBack(Caller.Admin caller, String typed, String reason) {
        return change(caller, typed, reason, "number.taken-back", fence::closed, (number, piece) -> {
            if (rows.takeBack(number) == 0) {
                return false;
            }
            pieces.count(NumberRange.of(new MemberNumber(number)), Tally.HANDED_OUT.undone());
            return true;
        });
    }

    private interface Deed {
        boolean isDone(String number, PieceRow piece);
    }

    private Outcome<MemberNumber> change(
            Caller.Admin caller,
            String typed,
            String reason,
            String action,
            Supplier<Optional<Refusal>> closed,
            Deed deed) {
        if (reason == null
                || reason.isBlank()
                || reason.strip().codePointCount(0, reason.strip().length()) > LONGEST_REASON) {
            return Outcome.refused(Refusal.at("reason", "REASON_MISSING", "请写明原因，不超过 " + LONGEST_REASON + " 字。"));
        }
        Optional<NumberRange> run = NumberDesk.run(typed);
        return tx.write(() -> {
            Optional<Refusal> refusal = closed.get();
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            PieceRow piece = run.map(pieceRows::around).orElse(null);
            if (piece == null || !holds(caller, piece)) {
                return Outcome.refused(UNKNOWN);
            }
            String number = run.get().start();
            if (!deed.isDone(number, piece)) {
                return Outcome.refused(NOT_FREE);
            }
            audit.append(caller.actor(), action, "organisation", piece.holderId, number + " " + reason.strip());
            return Outcome.done(new MemberNumber(number));
        });
    }

    private boolean holds(Caller.Admin caller, PieceRow piece) {
        return organisations
                .find(piece.holderId)
                .filter(holder -> holder.isWithin(caller.organisation()))
                .isPresent();
    }

    private void take(String number, Tally by, NumberDesk.State state, long holder) {
        pieces.count(NumberRange.of(new MemberNumber(number)), by);
        ledger.issued(new Issue.Taken(number, state, holder));
    }
}
