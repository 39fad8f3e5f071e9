package cn.tuanwu.api.letters;

import cn.tuanwu.letters.Letters;
import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A PDF of A4 pages, written from the top to the bottom; a line that is full goes on in the next one. */
public final class Paper {
    private static final double LEFT = 56;
    private static final double TOP = 780;
    private static final double BOTTOM = 64;
    private static final double WIDE = PDRectangle.A4.getWidth() - 2 * LEFT;

    private final Letters letters;
    private final Type3 fonts = new Type3();
    private final List<StringBuilder> pages = new ArrayList<>();
    private double y;

    public Paper(Letters letters) {
        this.letters = letters;
        turn();
    }

    public Paper title(String text) {
        write(LEFT, y - 20, 20, text);
        y -= 34;
        return this;
    }

    /** A square code in the upper right corner; call it behind the title. */
    public Paper code(BitMatrix modules, double side) {
        double module = side / modules.getWidth();
        StringBuilder page = pages.get(pages.size() - 1).append("0 g\n");
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row)) {
                    page.append("%s %s %s %s re\n"
                            .formatted(
                                    n(LEFT + WIDE - side + column * module),
                                    n(TOP - (row + 1) * module),
                                    n(module),
                                    n(module)));
                }
            }
        }
        page.append("f\n");
        y = Math.min(y, TOP - side);
        return this;
    }

    public Paper note(String text) {
        return block(9, 15, List.of(text), WIDE);
    }

    public Paper heading(String text) {
        room(60);
        y -= 14;
        write(LEFT, y - 14, 13, text);
        y -= 22;
        pages.get(pages.size() - 1)
                .append("0.75 G 0.6 w %s %s m %s %s l S\n".formatted(n(LEFT), n(y), n(LEFT + WIDE), n(y)));
        y -= 6;
        return this;
    }

    /** Cells side by side, the last one with the room that is left. A row is not torn apart. */
    public Paper row(List<String> cells, double... widths) {
        return block(10.5, 16, cells, widths);
    }

    private Paper block(double size, double height, List<String> cells, double... widths) {
        List<List<String>> columns = new ArrayList<>();
        double used = 0;
        for (int i = 0; i < cells.size(); i++) {
            columns.add(lines(cells.get(i), (i < widths.length ? widths[i] : WIDE - used) - 8, size));
            used += i < widths.length ? widths[i] : 0;
        }
        int tall = columns.stream().mapToInt(List::size).max().orElse(0);
        room(tall * height);
        double x = LEFT;
        for (int i = 0; i < columns.size(); i++) {
            double baseline = y - size;
            for (String line : columns.get(i)) {
                write(x, baseline, size, line);
                baseline -= height;
            }
            x += i < widths.length ? widths[i] : 0;
        }
        y -= tall * height;
        return this;
    }

    private List<String> lines(String text, double wide, double size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        for (Letters.Letter letter : letters.of(text)) {
            double advance = letter.advance() * size / Letters.EM;
            if (used + advance > wide && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.appendCodePoint(letter.point());
            used += advance;
        }
        lines.add(line.toString());
        return lines;
    }

    private void room(double height) {
        if (y - height < BOTTOM) {
            turn();
        }
    }

    private void turn() {
        pages.add(new StringBuilder());
        y = TOP;
    }

    private void write(double x, double baseline, double size, String text) {
        write(pages.get(pages.size() - 1), x, baseline, size, text);
    }

    private void write(StringBuilder page, double x, double baseline, double size, String text) {
        String font = null;
        page.append("BT 0 g ").append(n(x)).append(' ').append(n(baseline)).append(" Td ");
        for (Letters.Letter letter : letters.of(text)) {
            int place = fonts.place(letter);
            String next = Type3.font(place);
            if (!next.equals(font)) {
                page.append(font == null ? "" : "> Tj ")
                        .append('/')
                        .append(next)
                        .append(' ')
                        .append(n(size));
                page.append(" Tf <");
                font = next;
            }
            page.append(Type3.code(place));
        }
        page.append(font == null ? "" : "> Tj ").append("ET\n");
    }

    /** @param name in the document's properties */
    public byte[] pdf(String name) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages.size(); i++) {
                write(pages.get(i), LEFT, 36, 8, (i + 1) + " / " + pages.size());
            }
            COSDictionary resources = fonts.resources();
            for (StringBuilder content : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setResources(new PDResources(resources));
                page.getCOSObject().setItem(COSName.CONTENTS, Type3.stream(content.toString()));
                document.addPage(page);
            }
            document.getDocumentInformation().setTitle(name);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    private static String n(double value) {
        return Type3.number(value);
    }
}
