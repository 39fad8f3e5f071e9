package cn.tuanwu.transfer;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever started a transfer takes it back, or it ends with its days. */
@Component
class TakingBack {
    static final int LONGEST_REASON = 100;
    static final Refusal NOT_YOURS = Refusal.of("TRANSFER_NOT_YOURS", "只有发起方可以撤回这项转接，您可以在轮到本组织时退回。");

    private final TransferRows rows;
    private final TransferBook book;
    private final TransferEnds ends;
    private final TransferNews news;
    private final Clock clock;
    private final Tx tx;

    TakingBack(TransferRows rows, TransferBook book, TransferEnds ends, TransferNews news, Clock clock, Tx tx) {
        this.rows = rows;
        this.book = book;
        this.ends = ends;
        this.news = news;
        this.clock = clock;
        this.tx = tx;
    }

    /** Whether they may see it was asked before. */
    Outcome<Transfer> withdraw(Starter starter, long id, String typedReason) {
        String reason = Wish.strip(typedReason);
        if (reason == null || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            return Outcome.refused(Refusal.at("reason", "REASON_MISSING", "请写明撤回原因，最多 " + LONGEST_REASON + " 个字。"));
        }
        return tx.write(() -> {
            TransferRow row = rows.find(id);
            return isTheirs(starter, book.find(id).orElseThrow(), row)
                    ? ends.end(row, Transfer.State.WITHDRAWN, starter.actor(), starter.name(), reason)
                    : Outcome.refused(NOT_YOURS);
        });
    }

    /** @return false when it is open and its days are nearly over: somebody was quicker, or the clocks differ */
    boolean expire(long id) {
        Outcome<Transfer> ended = tx.write(() -> Optional.ofNullable(rows.find(id))
                .map(row -> ends.end(row, Transfer.State.EXPIRED, "system", TransferEnds.NOBODY, "超过 30 天未办结"))
                .orElseGet(() -> Outcome.refused(Transfer.UNKNOWN)));
        Instant soon = clock.instant().plus(Transfer.LAST_DAYS);
        return ended instanceof Outcome.Done<Transfer>
                || book.find(id)
                        .filter(transfer ->
                                transfer.isOpen() && transfer.expiresAt().isBefore(soon))
                        .isEmpty();
    }

    void warn(long id) {
        tx.run(() -> book.find(id).filter(Transfer::isOpen).ifPresent(news::lastDays));
    }

    /** The member their own; of a branch's whoever speaks for that branch now. */
    private static boolean isTheirs(Starter starter, Transfer transfer, TransferRow row) {
        return switch (row.startedSide) {
            case MEMBER -> starter.actor().equals(row.startedBy);
            case OUT_BRANCH, IN_BRANCH -> isTheirs(starter, transfer);
        };
    }

    /** Whether someone who speaks for organisations speaks for the one that started it. */
    static boolean isTheirs(Starter starter, Transfer transfer) {
        return switch (transfer.startedSide()) {
            case MEMBER -> false;
            case OUT_BRANCH -> starter.speaksFor(transfer.from());
            case IN_BRANCH -> transfer.target() != null && starter.speaksFor(transfer.target());
        };
    }
}
