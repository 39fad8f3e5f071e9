package cn.tuanwu.api.ceremony;

import cn.tuanwu.access.Caller;
import cn.tuanwu.ceremony.Ceremony;
import cn.tuanwu.ceremony.CeremonyDesk;
import cn.tuanwu.job.JobRun;
import cn.tuanwu.job.JobWork;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A list of ceremonies as an Excel file, written while it is read. Every cell is a text: none is a formula. */
@Component
class CeremonyWorkbook implements JobWork {
    static final String KIND = "ceremony-export";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int AT_A_TIME = 500;
    private static final int MOST_ROWS = 1_000_000;
    private static final double WIDE = 18;
    private static final List<String> HEAD =
            List.of("举办组织", "举行时间", "地点", "主题", "主持人", "领誓人", "上级出席", "参加人数", "宣誓新团员", "完成的环节", "备注", "录入人", "录入时间");

    private final CeremonyDesk ceremonies;
    private final JsonMapper json;
    private final Clock clock;

    CeremonyWorkbook(CeremonyDesk ceremonies, JsonMapper json, Clock clock) {
        this.ceremonies = ceremonies;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome<String> work(JobRun run) throws IOException {
        CeremonyDesk.Filter filter =
                json.readValue(run.parameters(), CeremonyFilter.class).read();
        Caller.Viewer caller = run.caller(Caller.Viewer.class);
        String name = "入团仪式-" + ChinaTime.date(clock.instant()) + ".xlsx";
        try (OutputStream file = run.file(name, XLSX);
                Workbook book = new Workbook(file, "Tuanwu", "1.0")) {
            return write(sheet(book), caller, filter, run);
        }
    }

    private Outcome<String> write(Worksheet sheet, Caller.Viewer caller, CeremonyDesk.Filter filter, JobRun run)
            throws IOException {
        int written = 0;
        String after = null;
        do {
            Outcome<Ceremony.Page> read = ceremonies.list(caller, filter, after, AT_A_TIME);
            if (read instanceof Outcome.Refused<Ceremony.Page> refused) {
                return Outcome.refused(refused.refusals());
            }
            Ceremony.Page page = ((Outcome.Done<Ceremony.Page>) read).value();
            for (Ceremony ceremony : page.items()) {
                line(sheet, ++written, ceremony);
            }
            sheet.flush();
            run.progress(written, 0);
            after = page.next();
        } while (after != null && written < MOST_ROWS);
        return Outcome.done("已导出 " + written + " 次入团仪式。");
    }

    private static Worksheet sheet(Workbook book) {
        Worksheet sheet = book.newWorksheet("入团仪式");
        sheet.freezePane(0, 1);
        for (int column = 0; column < HEAD.size(); column++) {
            sheet.inlineString(0, column, HEAD.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDE);
        }
        return sheet;
    }

    private static void line(Worksheet sheet, int row, Ceremony ceremony) {
        List<String> cells = List.of(
                ceremony.organisation().name(),
                ChinaTime.minute(ceremony.heldAt()),
                ceremony.place(),
                ceremony.theme(),
                ceremony.host(),
                ceremony.oathLeader(),
                ceremony.superior() == null ? "" : ceremony.superior(),
                Integer.toString(ceremony.attendance()),
                Integer.toString(ceremony.oaths()),
                ceremony.programme().stream().map(Ceremony.Item::label).collect(Collectors.joining("、")),
                ceremony.note() == null ? "" : ceremony.note(),
                ceremony.recordedBy(),
                ChinaTime.minute(ceremony.recordedAt()));
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, cells.get(column));
        }
    }
}
