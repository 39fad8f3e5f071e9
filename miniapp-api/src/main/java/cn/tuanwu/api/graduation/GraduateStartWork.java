package cn.tuanwu.api.graduation;

import cn.tuanwu.access.Caller;
import cn.tuanwu.graduation.BatchStarting;
import cn.tuanwu.graduation.GraduateBatch;
import cn.tuanwu.graduation.GraduateBatchDesk;
import cn.tuanwu.kernel.Outcome;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** Starts the good ones. */
@Component
class GraduateStartWork extends GraduateWork {
    static final String KIND = "graduates-start";

    private final BatchStarting starting;

    GraduateStartWork(GraduateBatchDesk batches, BatchStarting starting) {
        super(KIND, "转接发起结果.xlsx", batches);
        this.starting = starting;
    }

    @Override
    Outcome<GraduateBatch> walk(Caller.Reviewer caller, long id, IntConsumer progress) {
        return starting.start(caller, id, progress);
    }

    @Override
    String sentence(GraduateBatch batch) {
        String rest = batch.good() > 0 ? "其余 " + batch.good() + " 人已取消。" : "";
        return "已为 " + batch.started() + " 人发起转接，" + (batch.bad() + batch.failed()) + " 人没有发起。" + rest;
    }
}
