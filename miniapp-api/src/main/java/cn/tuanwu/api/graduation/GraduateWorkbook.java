package cn.tuanwu.api.graduation;

import cn.tuanwu.graduation.GraduateBatch;
import cn.tuanwu.graduation.GraduateColumn;
import cn.tuanwu.transfer.Transfer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the template, and the report of a batch: nothing personal in it but names and masked documents. */
final class GraduateWorkbook {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final double WIDE = 20;
    private static final int LINES = 5_000;
    private static final List<String> REPORT = List.of("行号", "姓名", "证件号码", "所在团支部", "结果", "代码", "原因");
    private static final List<Double> WIDTHS = List.of(8.0, 14.0, 24.0, 36.0, 12.0, 28.0, 70.0);
    private static final List<String> NOTES = List.of(
            "1. 每行一人，从“毕业生”表的第 2 行开始填写；带 * 的列必填，不要改动第 1 行。",
            "2. 发展团员编号和证件号码至少填一项，请按文本填写；证件号码可以照名单中隐去中间数字的样子填写。",
            "3. 只能办理本组织内已审核通过的团员；姓名须与报到时一致。",
            "4. 转接类型不填即省内转接。省内转接、退回原籍填转入组织编码（也可填全称）；转往省外填省份和团组织全称。",
            "5. 转接原因填工作、学习或其他；填其他时须写原因说明。",
            "6. 一次最多 5000 人，文件不超过 10 MB。先检查，确认后才发起；不能发起的行不影响其他行。");

    private GraduateWorkbook() {}

    static void template(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Tuanwu", "1.0")) {
            Worksheet sheet = book.newWorksheet("毕业生");
            Worksheet choices = book.newWorksheet("可选内容");
            sheet.freezePane(0, 1);
            for (GraduateColumn column : GraduateColumn.values()) {
                int place = column.ordinal();
                head(sheet, place, column.heading() + (column.isRequired() ? "*" : ""), WIDE);
                sheet.range(1, place, LINES, place).style().format("@").set();
            }
            choose(
                    sheet,
                    choices,
                    GraduateColumn.KIND,
                    Arrays.stream(Transfer.Kind.values())
                            .map(Transfer.Kind::label)
                            .toList());
            choose(
                    sheet,
                    choices,
                    GraduateColumn.REASON,
                    Arrays.stream(Transfer.Reason.values())
                            .map(Transfer.Reason::label)
                            .toList());
            Worksheet notes = book.newWorksheet("填写说明");
            notes.width(0, 100);
            for (int row = 0; row < NOTES.size(); row++) {
                notes.inlineString(row, 0, NOTES.get(row));
            }
        }
    }

    static void report(OutputStream out, List<GraduateBatch.Report> lines) throws IOException {
        try (Workbook book = new Workbook(out, "Tuanwu", "1.0")) {
            Worksheet sheet = book.newWorksheet("报告");
            sheet.freezePane(0, 1);
            for (int column = 0; column < REPORT.size(); column++) {
                head(sheet, column, REPORT.get(column), WIDTHS.get(column));
            }
            int row = 1;
            for (GraduateBatch.Report line : lines) {
                List<String> cells = Arrays.asList(
                        Integer.toString(line.line()),
                        line.name(),
                        line.document(),
                        line.branch(),
                        line.state().label(),
                        line.code(),
                        line.fault());
                for (int column = 0; column < cells.size(); column++) {
                    sheet.inlineString(row, column, cells.get(column) == null ? "" : cells.get(column));
                }
                row++;
            }
        }
    }

    private static void head(Worksheet sheet, int column, String words, double width) {
        sheet.inlineString(0, column, words);
        sheet.style(0, column).bold().set();
        sheet.width(column, width);
    }

    private static void choose(Worksheet sheet, Worksheet choices, GraduateColumn column, List<String> words) {
        int place = column.ordinal();
        head(choices, place, column.heading(), WIDE);
        for (int row = 0; row < words.size(); row++) {
            choices.inlineString(row + 1, place, words.get(row));
        }
        sheet.range(1, place, LINES, place).validateWithList(choices.range(1, place, words.size(), place));
    }
}
