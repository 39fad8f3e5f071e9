package cn.tuanwu.api.intake;

import cn.tuanwu.intake.Intake;
import cn.tuanwu.intake.IntakeColumn;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.registration.Codes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** Writes the template, and the same sheet with what was wrong beside each line. */
@Component
class IntakeWorkbook {
    static final String FAULT = "错误原因";
    private static final List<IntakeColumn> COLUMNS = List.of(IntakeColumn.values());
    private static final double WIDE = 18;
    private static final int LINES = 5_000;
    private static final List<String> NOTES = List.of(
            "1. 每行一人，从“团员”表的第 2 行开始填写；带 * 的列必填，不要改动第 1 行。",
            "2. 手机号码、证件号码、发展团员编号请按文本填写，避免末尾变成 0。",
            "3. 团支部填全称、简称或支部编码，只能是本组织下的团支部。",
            "4. 民族、政治面貌、学历、职业等请从下拉中选择，或照“可选内容”表填写。",
            "5. 入团年月如 2020-05；2017 年 1 月及以后入团的须填发展团员编号。",
            "6. 出生日期只有境外证件才需要填写，如 2005-03-14；居民身份证从号码读取。",
            "7. 导入的人员按“已提交报到”处理：实名核对后由团支部审核，与本人报到相同。",
            "8. 一次最多 5000 人，文件不超过 10 MB。先检查，确认后才导入；有错误的行不影响其他行。");
    private static final List<String> EXAMPLE = List.of(
            "张小明",
            "13900000000",
            "南岭大学",
            "数学2301团支部",
            "居民身份证",
            "440103200405061234",
            "",
            "2019-05",
            "",
            "201944000001",
            "汉族",
            "共青团员",
            "大学本科教育",
            "",
            "学生",
            "",
            "",
            "",
            "");

    private final Codes codes;
    private final OrgDesk organisations;

    IntakeWorkbook(Codes codes, OrgDesk organisations) {
        this.codes = codes;
        this.organisations = organisations;
    }

    void template(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Tuanwu", "1.0")) {
            Worksheet people = book.newWorksheet("团员");
            head(people);
            Worksheet choices = book.newWorksheet("可选内容");
            Map<IntakeColumn, List<String>> words = words();
            int column = 0;
            for (Map.Entry<IntakeColumn, List<String>> one : words.entrySet()) {
                choices.inlineString(0, column, one.getKey().heading());
                choices.style(0, column).bold().set();
                choices.width(column, WIDE);
                List<String> list = one.getValue();
                for (int row = 0; row < list.size(); row++) {
                    choices.inlineString(row + 1, column, list.get(row));
                }
                int place = one.getKey().ordinal();
                people.range(1, place, LINES, place).validateWithList(choices.range(1, column, list.size(), column));
                column++;
            }
            example(book.newWorksheet("填写示例"));
            notes(book.newWorksheet("填写说明"));
        }
    }

    void faulty(OutputStream out, List<Intake.Line> lines) throws IOException {
        try (Workbook book = new Workbook(out, "Tuanwu", "1.0")) {
            Worksheet sheet = book.newWorksheet("团员");
            head(sheet);
            sheet.inlineString(0, COLUMNS.size(), FAULT);
            sheet.style(0, COLUMNS.size()).bold().set();
            sheet.width(COLUMNS.size(), 60);
            int row = 1;
            for (Intake.Line line : lines) {
                for (IntakeColumn column : COLUMNS) {
                    sheet.inlineString(row, column.ordinal(), line.cell(column));
                }
                sheet.inlineString(row++, COLUMNS.size(), "第 " + line.number() + " 行：" + line.fault());
            }
        }
    }

    private static void head(Worksheet sheet) {
        sheet.freezePane(0, 1);
        for (IntakeColumn column : COLUMNS) {
            sheet.inlineString(0, column.ordinal(), column.heading() + (column.isRequired() ? "*" : ""));
            sheet.style(0, column.ordinal()).bold().set();
            sheet.width(column.ordinal(), WIDE);
            sheet.range(1, column.ordinal(), 200, column.ordinal())
                    .style()
                    .format("@")
                    .set();
        }
    }

    private static void example(Worksheet sheet) {
        head(sheet);
        for (int column = 0; column < EXAMPLE.size(); column++) {
            sheet.inlineString(1, column, EXAMPLE.get(column));
        }
    }

    private static void notes(Worksheet sheet) {
        sheet.width(0, 100);
        for (int row = 0; row < NOTES.size(); row++) {
            sheet.inlineString(row, 0, NOTES.get(row));
        }
    }

    private Map<IntakeColumn, List<String>> words() {
        Map<IntakeColumn, List<String>> words = new LinkedHashMap<>();
        words.put(
                IntakeColumn.UNIVERSITY,
                organisations.universities().stream()
                        .map(OrgDesk.University::name)
                        .toList());
        Arrays.stream(IntakeColumn.values())
                .filter(column -> column.codes() != null)
                .forEach(column -> words.put(
                        column,
                        codes.tables().getOrDefault(column.codes(), List.of()).stream()
                                .map(Codes.Code::name)
                                .toList()));
        words.values().removeIf(List::isEmpty);
        return words;
    }
}
