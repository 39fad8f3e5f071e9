package cn.tuanwu.api.intake;

import cn.tuanwu.access.Caller;
import cn.tuanwu.intake.Intake;
import cn.tuanwu.intake.IntakeDesk;
import cn.tuanwu.kernel.Outcome;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** Brings the good lines in. */
@Component
class IntakeImportWork extends IntakeWork {
    static final String KIND = "intake-import";

    private final IntakeDesk intakes;

    IntakeImportWork(IntakeDesk intakes, IntakeWorkbook workbook) {
        super(KIND, intakes, workbook);
        this.intakes = intakes;
    }

    @Override
    Outcome<Intake> walk(Caller.Admin caller, long id, IntConsumer progress) {
        return intakes.bringIn(caller, id, progress);
    }

    @Override
    String sentence(Intake intake) {
        return "导入完成：" + intake.done() + " 人已提交报到，" + (intake.bad() + intake.failed()) + " 行没有导入。";
    }
}
