package cn.tuanwu.api.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.job.JobRun;
import cn.tuanwu.job.JobWork;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.review.BatchDeciding;
import cn.tuanwu.review.ReviewBatch;
import cn.tuanwu.review.ReviewBatchDesk;
import org.springframework.stereotype.Component;

/** 批量审核: one decision carried out for many, one by one. */
@Component
class ReviewBatchWork implements JobWork {
    static final String KIND = "review-batch";

    private final ReviewBatchDesk batches;
    private final BatchDeciding deciding;

    ReviewBatchWork(ReviewBatchDesk batches, BatchDeciding deciding) {
        this.batches = batches;
        this.deciding = deciding;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void givenUp(JobRun run) {
        deciding.giveUp(run.caller(Caller.Reviewer.class), Long.parseLong(run.parameters()));
    }

    @Override
    public Outcome<String> work(JobRun run) {
        long id = Long.parseLong(run.parameters());
        Caller.Reviewer caller = run.caller(Caller.Reviewer.class);
        int total = batches.find(caller, id).map(ReviewBatch::total).orElse(0);
        return deciding.decide(caller, id, behind -> run.progress(behind, total))
                .map(batch -> "已" + batch.verdict().label() + " " + batch.decided() + " 条，" + batch.refused() + " 条未办理"
                        + (batch.waiting() > 0 ? "，其余 " + batch.waiting() + " 条已取消。" : "。"));
    }
}
