package cn.tuanwu.api.insight;

import cn.tuanwu.access.Caller;
import cn.tuanwu.insight.Member;
import cn.tuanwu.insight.MemberExport;
import cn.tuanwu.insight.MemberFilter;
import cn.tuanwu.job.JobRun;
import cn.tuanwu.job.JobWork;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a list as an Excel file while it is read, so that its length costs no memory. Every cell is a text in the sheet
 * itself: none is taken for a formula, whatever it begins with, and no number loses its zeros.
 */
@Component
class MemberWorkbook implements JobWork {
    static final String KIND = "member-export";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_ROWS_OF_A_SHEET = 1_000_000;
    private static final List<String> HEAD = List.of(
            "姓名", "手机号码", "身份证号码", "实名认证状态", "全日制学历", "性别", "民族", "职业", "政治面貌", "入团年月", "添加日期", "申请报到日期", "报到资料状态",
            "发展团员编号", "团支部");
    private static final double WIDE = 16;

    private final MemberExport exports;
    private final JsonMapper json;
    private final Clock clock;

    MemberWorkbook(MemberExport exports, JsonMapper json, Clock clock) {
        this.exports = exports;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome<String> work(JobRun run) throws IOException {
        ExportWish wish = json.readValue(run.parameters(), ExportWish.class);
        MemberFilter filter = wish.filter().read();
        MemberExport.Reading reading = wish.reason() == null
                ? exports.masked(run.caller(Caller.Viewer.class), filter)
                : exports.inClear(run.caller(Caller.Admin.class), filter);
        String name = "我的团员-" + ChinaTime.date(clock.instant()) + ".xlsx";
        try (OutputStream file = run.file(name, XLSX)) {
            long written = write(file, reading, reading.expected(filter), run);
            return Outcome.done("已导出 " + written + " 名团员。");
        }
    }

    private static long write(OutputStream file, MemberExport.Reading reading, long expected, JobRun run)
            throws IOException {
        long written = 0;
        try (Workbook book = new Workbook(file, "Tuanwu", "1.0")) {
            Worksheet sheet = null;
            for (List<Member> some = reading.next(); !some.isEmpty() || sheet == null; some = reading.next()) {
                if (written % MOST_ROWS_OF_A_SHEET == 0) {
                    sheet = sheet(book, 1 + written / MOST_ROWS_OF_A_SHEET);
                }
                for (Member member : some) {
                    line(sheet, 1 + (int) (written % MOST_ROWS_OF_A_SHEET), member);
                    written++;
                }
                sheet.flush();
                run.progress(written, Math.max(written, expected));
            }
        }
        run.progress(written, written);
        return written;
    }

    private static Worksheet sheet(Workbook book, long number) {
        Worksheet sheet = book.newWorksheet(number == 1 ? "我的团员" : "我的团员" + number);
        sheet.freezePane(0, 1);
        for (int column = 0; column < HEAD.size(); column++) {
            sheet.inlineString(0, column, HEAD.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDE);
        }
        return sheet;
    }

    private static void line(Worksheet sheet, int row, Member m) {
        List<String> cells = List.of(
                text(m.name()),
                text(m.phone()),
                text(m.document()),
                m.realName().label(),
                text(m.education()),
                text(m.gender()),
                text(m.ethnicity()),
                text(m.occupation()),
                text(m.political()),
                text(m.joinMonth()),
                day(m.addedAt()),
                day(m.submittedAt()),
                MemberView.label(m.state()),
                text(m.memberNumber()),
                text(m.branch()));
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, cells.get(column));
        }
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static String day(Instant at) {
        return at == null ? "" : ChinaTime.date(at).toString();
    }
}
