package cn.tuanwu.api.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.form.MissingDesk;
import cn.tuanwu.job.JobRun;
import cn.tuanwu.job.JobWork;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A list of who has a form or lacks one, as an Excel file, written while it is read. Every cell is a text: none is a formula. */
@Component
class FormWorkbook implements JobWork {
    static final String KIND = "form-export";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int AT_A_TIME = 500;
    private static final int MOST_ROWS = 1_000_000;
    private static final double WIDE = 18;
    private static final List<String> HEAD = List.of("姓名", "手机号码", "团支部", "报到通过日期", "应上传日期", "是否逾期");

    private final MissingDesk missing;
    private final JsonMapper json;
    private final Clock clock;

    FormWorkbook(MissingDesk missing, JsonMapper json, Clock clock) {
        this.missing = missing;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome<String> work(JobRun run) throws IOException {
        MissingDesk.Filter filter =
                json.readValue(run.parameters(), FormFilter.class).read();
        Caller.Viewer caller = run.caller(Caller.Viewer.class);
        String name = "志愿书名单-" + ChinaTime.date(clock.instant()) + ".xlsx";
        try (OutputStream file = run.file(name, XLSX);
                Workbook book = new Workbook(file, "Tuanwu", "1.0")) {
            return write(sheet(book), caller, filter, run);
        }
    }

    private Outcome<String> write(Worksheet sheet, Caller.Viewer caller, MissingDesk.Filter filter, JobRun run)
            throws IOException {
        int written = 0;
        String after = null;
        do {
            Outcome<MissingDesk.Page> read = missing.list(caller, filter, after, AT_A_TIME);
            if (read instanceof Outcome.Refused<MissingDesk.Page> refused) {
                return Outcome.refused(refused.refusals());
            }
            MissingDesk.Page page = ((Outcome.Done<MissingDesk.Page>) read).value();
            for (MissingDesk.Member member : page.items()) {
                line(sheet, ++written, member);
            }
            sheet.flush();
            run.progress(written, 0);
            after = page.next();
        } while (after != null && written < MOST_ROWS);
        return Outcome.done("已导出 " + written + " 名团员。");
    }

    private static Worksheet sheet(Workbook book) {
        Worksheet sheet = book.newWorksheet("志愿书名单");
        sheet.freezePane(0, 1);
        for (int column = 0; column < HEAD.size(); column++) {
            sheet.inlineString(0, column, HEAD.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDE);
        }
        return sheet;
    }

    private static void line(Worksheet sheet, int row, MissingDesk.Member member) {
        List<String> cells = List.of(
                member.name(),
                member.phone(),
                member.branch().name(),
                ChinaTime.date(member.approvedAt()).toString(),
                member.due() == null ? "不限期" : member.due().toString(),
                member.overdue() ? "已逾期" : "");
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, cells.get(column));
        }
    }
}
