package cn.tuanwu.api.graduation;

import cn.tuanwu.access.Caller;
import cn.tuanwu.graduation.GraduateBatch;
import cn.tuanwu.graduation.GraduateBatchDesk;
import cn.tuanwu.job.JobRun;
import cn.tuanwu.job.JobWork;
import cn.tuanwu.kernel.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** One walk through a batch; its result is the report, member by member. */
abstract class GraduateWork implements JobWork {
    private final String kind;
    private final String fileName;
    private final GraduateBatchDesk batches;

    GraduateWork(String kind, String fileName, GraduateBatchDesk batches) {
        this.kind = kind;
        this.fileName = fileName;
        this.batches = batches;
    }

    /** What this walk does with each line. */
    abstract Outcome<GraduateBatch> walk(Caller.Reviewer caller, long id, IntConsumer progress);

    abstract String sentence(GraduateBatch batch);

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Outcome<String> work(JobRun run) throws IOException {
        long id = Long.parseLong(run.parameters());
        Caller.Reviewer caller = run.caller(Caller.Reviewer.class);
        int total = batches.find(caller, id).map(GraduateBatch::total).orElse(0);
        Outcome<GraduateBatch> outcome = walk(caller, id, done -> run.progress(done, total));
        if (outcome instanceof Outcome.Done<GraduateBatch>) {
            List<GraduateBatch.Report> lines = new ArrayList<>();
            batches.report(caller, id, lines::add);
            try (OutputStream file = run.file(fileName, GraduateWorkbook.XLSX)) {
                GraduateWorkbook.report(file, lines);
            }
        }
        return outcome.map(this::sentence);
    }
}
