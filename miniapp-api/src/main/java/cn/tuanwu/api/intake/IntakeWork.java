package cn.tuanwu.api.intake;

import cn.tuanwu.access.Caller;
import cn.tuanwu.intake.Intake;
import cn.tuanwu.intake.IntakeDesk;
import cn.tuanwu.job.JobRun;
import cn.tuanwu.job.JobWork;
import cn.tuanwu.kernel.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** One walk through a sheet; when some lines can't be brought in, its result is the sheet of those with why. */
abstract class IntakeWork implements JobWork {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String kind;
    private final IntakeDesk intakes;
    private final IntakeWorkbook workbook;

    IntakeWork(String kind, IntakeDesk intakes, IntakeWorkbook workbook) {
        this.kind = kind;
        this.intakes = intakes;
        this.workbook = workbook;
    }

    /** What this walk does with each line. */
    abstract Outcome<Intake> walk(Caller.Admin caller, long id, java.util.function.IntConsumer progress);

    abstract String sentence(Intake intake);

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Outcome<String> work(JobRun run) throws IOException {
        long id = Long.parseLong(run.parameters());
        Caller.Admin caller = run.caller(Caller.Admin.class);
        int total = intakes.find(caller, id).map(Intake::total).orElse(0);
        Outcome<Intake> outcome = walk(caller, id, done -> run.progress(done, total));
        if (outcome instanceof Outcome.Done<Intake>) {
            List<Intake.Line> faulty = intakes.faulty(caller, id);
            if (!faulty.isEmpty()) {
                try (OutputStream file = run.file("导入错误.xlsx", XLSX)) {
                    workbook.faulty(file, faulty);
                }
            }
        }
        return outcome.map(this::sentence);
    }
}
