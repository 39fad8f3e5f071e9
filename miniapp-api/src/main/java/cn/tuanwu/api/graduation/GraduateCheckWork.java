package cn.tuanwu.api.graduation;

import cn.tuanwu.access.Caller;
import cn.tuanwu.graduation.BatchStarting;
import cn.tuanwu.graduation.GraduateBatch;
import cn.tuanwu.graduation.GraduateBatchDesk;
import cn.tuanwu.kernel.Outcome;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** 预检: what stands in each member's way. */
@Component
class GraduateCheckWork extends GraduateWork {
    static final String KIND = "graduates-check";

    private final BatchStarting starting;

    GraduateCheckWork(GraduateBatchDesk batches, BatchStarting starting) {
        super(KIND, "转接检查报告.xlsx", batches);
        this.starting = starting;
    }

    @Override
    Outcome<GraduateBatch> walk(Caller.Reviewer caller, long id, IntConsumer progress) {
        return starting.check(caller, id, progress);
    }

    @Override
    String sentence(GraduateBatch batch) {
        return "检查完成：" + batch.good() + " 人可以发起转接，" + batch.bad() + " 人暂不能发起。";
    }
}
