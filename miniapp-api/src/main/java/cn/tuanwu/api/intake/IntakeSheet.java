package cn.tuanwu.api.intake;

import cn.tuanwu.intake.Intake;
import cn.tuanwu.intake.IntakeColumn;
import cn.tuanwu.intake.IntakeDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of a file by its headings, in whatever order they stand. */
final class IntakeSheet {
    private static final Refusal UNREADABLE = Refusal.of("SHEET_UNREADABLE", "文件打不开：请使用模板另存的 .xlsx 文件，不超过 10 MB。");
    private static final Refusal EMPTY = Refusal.of("SHEET_EMPTY", "表中没有要导入的人员，请从第 2 行开始填写。");
    private static final Refusal TOO_LONG =
            Refusal.of("SHEET_TOO_LONG", "一次最多导入 " + IntakeDesk.MOST_LINES + " 人，请分成几个文件。");

    private IntakeSheet() {}

    /** Refused with SHEET_UNREADABLE, SHEET_COLUMNS (which are missing), SHEET_EMPTY, SHEET_TOO_LONG. */
    static Outcome<List<Intake.Line>> read(byte[] file) {
        return SheetTurn.take(() -> opened(file));
    }

    private static Outcome<List<Intake.Line>> opened(byte[] file) {
        if (!SafeZip.isHarmless(file)) {
            return Outcome.refused(UNREADABLE);
        }
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return lines(rows);
        } catch (IOException | RuntimeException e) {
            // The reader's own complaints may quote cells.
            return Outcome.refused(UNREADABLE);
        }
    }

    private static Outcome<List<Intake.Line>> lines(Stream<Row> rows) throws ExcelReaderException {
        Iterator<Row> filled = rows.filter(row ->
                        row.stream().anyMatch(cell -> !SheetCell.text(cell).isEmpty()))
                .limit(IntakeDesk.MOST_LINES + 2L)
                .iterator();
        if (!filled.hasNext()) {
            return Outcome.refused(EMPTY);
        }
        Map<IntakeColumn, Integer> places = places(filled.next());
        List<String> missing = Arrays.stream(IntakeColumn.values())
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .map(IntakeColumn::heading)
                .toList();
        if (!missing.isEmpty()) {
            return Outcome.refused(Refusal.of("SHEET_COLUMNS", "第 1 行缺少这些列：" + String.join("、", missing) + "。请使用模板。"));
        }
        // One row at a time: what is kept of it is short.
        List<Intake.Line> lines = new ArrayList<>();
        filled.forEachRemaining(row -> lines.add(line(row, places)));
        if (lines.isEmpty()) {
            return Outcome.refused(EMPTY);
        }
        return lines.size() > IntakeDesk.MOST_LINES ? Outcome.refused(TOO_LONG) : Outcome.done(lines);
    }

    private static Map<IntakeColumn, Integer> places(Row head) {
        Map<IntakeColumn, Integer> places = new HashMap<>();
        for (Cell cell : head) {
            String heading = SheetCell.text(cell).replace("*", "").strip();
            Arrays.stream(IntakeColumn.values())
                    .filter(column -> column.heading().equals(heading))
                    .forEach(column -> places.putIfAbsent(column, cell.getColumnIndex()));
        }
        return places;
    }

    private static Intake.Line line(Row row, Map<IntakeColumn, Integer> places) {
        List<String> cells = new ArrayList<>();
        for (IntakeColumn column : IntakeColumn.values()) {
            Integer place = places.get(column);
            cells.add(place == null || place >= row.getCellCount() ? "" : SheetCell.text(row.getCell(place)));
        }
        return new Intake.Line(row.getRowNum(), cells, null);
    }
}
