package cn.tuanwu.api.graduation;

import cn.tuanwu.api.intake.SafeZip;
import cn.tuanwu.api.intake.SheetCell;
import cn.tuanwu.api.intake.SheetTurn;
import cn.tuanwu.graduation.GraduateBatch;
import cn.tuanwu.graduation.GraduateBatchDesk;
import cn.tuanwu.graduation.GraduateColumn;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of a file by its headings, in whatever order they stand. */
final class GraduateSheet {
    private static final Refusal UNREADABLE = Refusal.of("SHEET_UNREADABLE", "文件打不开：请使用模板另存的 .xlsx 文件，不超过 10 MB。");
    private static final Refusal EMPTY = Refusal.of("SHEET_EMPTY", "表中没有毕业生，请从第 2 行开始填写。");
    private static final Refusal TOO_LONG =
            Refusal.of("SHEET_TOO_LONG", "一次最多 " + GraduateBatchDesk.MOST_LINES + " 人，请分成几个文件。");

    private GraduateSheet() {}

    /** Refused with SHEET_UNREADABLE, SHEET_COLUMNS (which are missing), SHEET_EMPTY, SHEET_TOO_LONG. */
    static Outcome<List<GraduateBatch.Line>> read(byte[] file) {
        return SheetTurn.take(() -> opened(file));
    }

    private static Outcome<List<GraduateBatch.Line>> opened(byte[] file) {
        if (!SafeZip.isHarmless(file)) {
            return Outcome.refused(UNREADABLE);
        }
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return lines(rows.filter(row ->
                            row.stream().anyMatch(cell -> !SheetCell.text(cell).isEmpty()))
                    .limit(GraduateBatchDesk.MOST_LINES + 2L)
                    .iterator());
        } catch (IOException | RuntimeException e) {
            // The reader's own complaints may quote cells.
            return Outcome.refused(UNREADABLE);
        }
    }

    private static Outcome<List<GraduateBatch.Line>> lines(Iterator<Row> filled) {
        if (!filled.hasNext()) {
            return Outcome.refused(EMPTY);
        }
        Map<GraduateColumn, Integer> places = places(filled.next());
        List<String> missing = Arrays.stream(GraduateColumn.values())
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .map(GraduateColumn::heading)
                .toList();
        if (!missing.isEmpty()) {
            return Outcome.refused(Refusal.of("SHEET_COLUMNS", "第 1 行缺少这些列：" + String.join("、", missing) + "。请使用模板。"));
        }
        // One row at a time: what is kept of it is short.
        List<GraduateBatch.Line> lines = new ArrayList<>();
        filled.forEachRemaining(row -> lines.add(line(row, places)));
        if (lines.isEmpty()) {
            return Outcome.refused(EMPTY);
        }
        return lines.size() > GraduateBatchDesk.MOST_LINES ? Outcome.refused(TOO_LONG) : Outcome.done(lines);
    }

    private static Map<GraduateColumn, Integer> places(Row head) {
        Map<GraduateColumn, Integer> places = new EnumMap<>(GraduateColumn.class);
        for (Cell cell : head) {
            String heading = SheetCell.text(cell).replace("*", "").strip();
            Arrays.stream(GraduateColumn.values())
                    .filter(column -> column.heading().equals(heading))
                    .forEach(column -> places.putIfAbsent(column, cell.getColumnIndex()));
        }
        return places;
    }

    private static GraduateBatch.Line line(Row row, Map<GraduateColumn, Integer> places) {
        List<String> cells = new ArrayList<>();
        for (GraduateColumn column : GraduateColumn.values()) {
            Integer place = places.get(column);
            cells.add(place == null || place >= row.getCellCount() ? "" : SheetCell.text(row.getCell(place)));
        }
        return new GraduateBatch.Line(row.getRowNum(), cells);
    }
}
