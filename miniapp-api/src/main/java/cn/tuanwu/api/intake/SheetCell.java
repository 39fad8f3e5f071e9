package cn.tuanwu.api.intake;

import java.math.BigDecimal;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** Reads a cell of a sheet as text. */
public final class SheetCell {
    private static final int LONGEST_CELL = 200;

    private SheetCell() {}

    /** As people see it. A number typed as a number is written out; what is too long for any field is cut. */
    public static String text(Cell cell) {
        if (cell == null) {
            return "";
        }
        String text;
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber();
            text = number.stripTrailingZeros().toPlainString();
        } else {
            text = cell.getType() == CellType.STRING ? cell.asString() : cell.getText();
        }
        String plain = text == null ? "" : text.replace('\u00a0', ' ').strip();
        return plain.length() <= LONGEST_CELL ? plain : plain.substring(0, LONGEST_CELL);
    }
}
