package cn.tuanwu.api.intake;

import cn.tuanwu.access.Caller;
import cn.tuanwu.intake.Intake;
import cn.tuanwu.intake.IntakeDesk;
import cn.tuanwu.kernel.Outcome;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** The dry run. */
@Component
class IntakeCheckWork extends IntakeWork {
    static final String KIND = "intake-check";

    private final IntakeDesk intakes;

    IntakeCheckWork(IntakeDesk intakes, IntakeWorkbook workbook) {
        super(KIND, intakes, workbook);
        this.intakes = intakes;
    }

    @Override
    Outcome<Intake> walk(Caller.Admin caller, long id, IntConsumer progress) {
        return intakes.check(caller, id, progress);
    }

    @Override
    String sentence(Intake intake) {
        return "检查完成：" + intake.good() + " 行可以导入，" + intake.bad() + " 行有错误。";
    }
}
