package cn.tuanwu.api.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** One's own data as an Excel file: a sheet a table, every cell a text, so that no number loses its zeros. */
@Component
class OwnWorkbook {
    private static final double WIDE = 26;

    byte[] xlsx(OwnData.Copy copy) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Tuanwu", "1.0")) {
            copy.tables().forEach(table -> write(book.newWorksheet(table.title()), table));
            Worksheet about = book.newWorksheet("说明");
            about.value(0, 0, copy.note());
            about.width(0, 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void write(Worksheet sheet, OwnData.Table table) {
        sheet.freezePane(0, 1);
        for (int column = 0; column < table.head().size(); column++) {
            sheet.value(0, column, table.head().get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDE);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<String> cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                sheet.value(row + 1, column, cells.get(column));
                sheet.style(row + 1, column).format("@").wrapText(true).set();
            }
        }
    }
}
