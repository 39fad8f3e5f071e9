package cn.tuanwu.api.intake;

import java.math.BigDecimal;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** Reads a cell of a sheet as text. */
public final class SheetCell {
    private static final int LONGEST_CELL = 200;

    /** A text may be as long as a whole file. */
    private static final int LONGEST_LOOKED_AT = 4_000;

    private static final int MOST_DIGITS = 40;

    private SheetCell() {}

    /**
     * As people see it. A number typed as a number is written out, unless it would be longer than any field; what is too long
     * for any field is cut.
     */
    public static String text(Cell cell) {
        if (cell == null) {
            return "";
        }
        String plain =
                cut(written(cell), LONGEST_LOOKED_AT).replace('\u00a0', ' ').strip();
        return cut(plain, LONGEST_CELL);
    }

    private static String written(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber();
            return isShort(number) ? number.stripTrailingZeros().toPlainString() : cell.getRawValue();
        }
        return cell.getType() == CellType.STRING ? cell.asString() : cell.getText();
    }

    private static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) + number.precision() <= MOST_DIGITS;
    }

    private static String cut(String text, int longest) {
        if (text == null) {
            return "";
        }
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
