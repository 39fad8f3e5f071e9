package cn.tuanwu.api.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.CellAddress;

/**
 * How far one part of a workbook may go. The reader of sheets makes a row as long as the place of its last cell, and a list
 * of texts as long as the number a cell asks for: a few bytes can ask for millions. Looked at with that reader's own parser.
 */
final class SheetBounds {
    private static final int MOST_ELEMENTS = 3_000_000;
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_ARRAYS = 10_000;

    /** As long as a spreadsheet lets a cell be. */
    private static final int LONGEST_VALUE = 32_767;

    private static final int LONGEST_FORMULA = 1_000;
    private static final XMLInputFactory FACTORY = factory();

    private int elements;
    private int arrays;
    private int cells;
    private boolean inTable;
    private boolean inRow;
    private boolean inCell;
    private String kind;
    private StringBuilder text;
    private int longest;

    private SheetBounds() {}

    /** Whether the part keeps within them, as far as it is XML: the reader gets no further either. */
    static boolean hold(InputStream part) {
        SheetBounds bounds = new SheetBounds();
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(part);
            boolean kept = true;
            while (kept && reader.hasNext()) {
                kept = switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> bounds.starts(reader);
                    case XMLStreamConstants.END_ELEMENT -> bounds.ends(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        bounds.says(reader);
                    default -> true;
                };
            }
            return kept;
        } catch (XMLStreamException e) {
            return true;
        }
    }

    private boolean starts(XMLStreamReader reader) {
        if (++elements > MOST_ELEMENTS || text != null) {
            return false;
        }
        String name = reader.getLocalName();
        if (name.equals("sheetData")) {
            inTable = true;
        } else if (name.equals("row") && inTable && !inRow) {
            inRow = true;
            cells = 0;
        } else if (name.equals("c") && inRow) {
            return cell(reader);
        } else if (name.equals("v") && inCell) {
            text = new StringBuilder();
            longest = LONGEST_VALUE;
        } else if (name.equals("f") && inCell) {
            text = new StringBuilder();
            longest = LONGEST_FORMULA;
            return !"array".equals(reader.getAttributeValue(null, "t")) || ++arrays <= MOST_ARRAYS;
        }
        return true;
    }

    private boolean cell(XMLStreamReader reader) {
        if (inCell || ++cells > MOST_COLUMNS) {
            return false;
        }
        inCell = true;
        kind = reader.getAttributeValue(null, "t");
        String place = reader.getAttributeValue(null, "r");
        int column = place == null ? 0 : new CellAddress(place).getColumn();
        return column >= 0 && column < MOST_COLUMNS;
    }

    private boolean says(XMLStreamReader reader) {
        if (text == null) {
            return true;
        }
        text.append(reader.getText());
        return text.length() <= longest;
    }

    private boolean ends(String name) {
        if (text != null) {
            String said = text.toString();
            text = null;
            // The number of a text in the list of texts: the reader goes on to it, behind the list's end as well.
            return !name.equals("v") || !"s".equals(kind) || said.isEmpty() || Integer.parseInt(said) < MOST_ELEMENTS;
        }
        if (name.equals("c")) {
            inCell = false;
        } else if (name.equals("row") && !inCell) {
            inRow = false;
        } else if (name.equals("sheetData") && !inRow) {
            inTable = false;
        }
        return true;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        return factory;
    }
}
