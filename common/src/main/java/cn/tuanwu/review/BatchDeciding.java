package cn.tuanwu.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Service;

/**
 * Decides the reviews of a batch, each by the rules and in a transaction of its own together with its line: whoever goes on
 * after a crash decides nothing twice, and what one of them meets stops no other.
 */
@Service
public class BatchDeciding {
    private static final int AT_A_TIME = 200;
    private static final int LONGEST = 290;

    private final ReviewBatchRows rows;
    private final ReviewBatchDesk batches;
    private final ReviewDesk reviews;
    private final BatchNotice notice;
    private final Tx tx;

    BatchDeciding(ReviewBatchRows rows, ReviewBatchDesk batches, ReviewDesk reviews, BatchNotice notice, Tx tx) {
        this.rows = rows;
        this.batches = batches;
        this.reviews = reviews;
        this.notice = notice;
        this.tx = tx;
    }

    /**
     * Decides what waits of it, until somebody cancels the rest. Refused with REVIEW_BATCH_UNKNOWN.
     *
     * @param progress how many are behind
     */
    public Outcome<ReviewBatch> decide(Caller.Reviewer caller, long id, IntConsumer progress) {
        Optional<ReviewBatchRow> batch = batches.own(caller, id);
        if (batch.isEmpty()) {
            return Outcome.refused(ReviewBatchDesk.UNKNOWN);
        }
        Decision decision = decision(batch.get());
        int behind = batches.find(caller, id)
                .map(found -> found.total() - found.waiting())
                .orElse(0);
        List<Long> some = rows.waiting(id, 0, AT_A_TIME);
        while (!some.isEmpty() && rows.find(id).state == ReviewBatch.State.DECIDING) {
            for (long task : some) {
                decide(caller, id, task, decision);
                progress.accept(++behind);
            }
            some = rows.waiting(id, some.get(some.size() - 1), AT_A_TIME);
        }
        tx.run(() -> {
            rows.end(id, ReviewBatch.State.DONE);
            notice.tell(id);
        });
        return Outcome.done(batches.find(caller, id).orElseThrow());
    }

    private void decide(Caller.Reviewer caller, long id, long task, Decision decision) {
        Outcome<Boolean> outcome = tx.write(() -> rows.take(id, task) == 0
                ? Outcome.done(false)
                : reviews.decideInBatch(caller, task, decision).map(decided -> true));
        if (outcome instanceof Outcome.Refused<Boolean> refused) {
            Refusal why = refused.first();
            rows.refuse(id, task, why.code(), Refusal.brief(List.of(why.text()), LONGEST));
        }
    }

    /** Whoever carried it out broke off for good: the rest stays undecided, like one that was cancelled. */
    public void giveUp(Caller.Reviewer caller, long id) {
        batches.cancel(caller, id, "given up");
    }

    private static Decision decision(ReviewBatchRow row) {
        if (row.verdict == ReviewBatch.Verdict.RETURN) {
            return new Decision.SendBack(ReturnReason.valueOf(row.reasonCode), row.note);
        }
        return row.branchId == null ? new Decision.Approve() : new Decision.Assign(row.branchId);
    }
}
