package cn.tuanwu.api.letters;

import cn.tuanwu.letters.Letters;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * The letters of one PDF as fonts of its own (Type 3, 250 letters each): outlines of this machine's fonts go in whatever
 * their format, so nothing has to be embedded or allowed to be, and the text stays text that is found and copied.
 */
final class Type3 {
    private static final int MOST = 250;
    private final Map<Integer, Integer> places = new LinkedHashMap<>();
    private final Map<Integer, Letters.Letter> letters = new LinkedHashMap<>();

    /** The number of the letter in this PDF: its font is {@code number / 250}, its code the rest. */
    int place(Letters.Letter letter) {
        letters.putIfAbsent(letter.point(), letter);
        return places.computeIfAbsent(letter.point(), point -> places.size());
    }

    static String font(int place) {
        return "F" + place / MOST;
    }

    static String code(int place) {
        return String.format("%02X", place % MOST);
    }

    /** Resources with all fonts; after the last letter has its place. */
    COSDictionary resources() throws IOException {
        List<Letters.Letter> all = List.copyOf(letters.values());
        COSDictionary fonts = new COSDictionary();
        for (int from = 0; from < all.size(); from += MOST) {
            fonts.setItem(
                    COSName.getPDFName(font(from)), font(all.subList(from, Math.min(all.size(), from + MOST)), from));
        }
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        return resources;
    }

    private static COSDictionary font(List<Letters.Letter> letters, int from) throws IOException {
        COSDictionary glyphs = new COSDictionary();
        COSArray names = new COSArray(List.of(COSInteger.ZERO));
        COSArray widths = new COSArray();
        for (Letters.Letter letter : letters) {
            COSName name = COSName.getPDFName("u" + Integer.toHexString(letter.point()));
            glyphs.setItem(name, stream(drawing(letter)));
            names.add(name);
            widths.add(new COSFloat((float) letter.advance()));
        }
        COSDictionary encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, names);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setName(COSName.NAME, font(from));
        font.setItem(COSName.FONT_BBOX, numbers(0, -300, 1100, 1000));
        font.setItem(COSName.FONT_MATRIX, numbers(1f / Letters.EM, 0, 0, 1f / Letters.EM, 0, 0));
        font.setItem(COSName.CHAR_PROCS, glyphs);
        font.setItem(COSName.ENCODING, encoding);
        font.setInt(COSName.FIRST_CHAR, 0);
        font.setInt(COSName.LAST_CHAR, letters.size() - 1);
        font.setItem(COSName.WIDTHS, widths);
        font.setItem(COSName.RESOURCES, new COSDictionary());
        font.setItem(COSName.TO_UNICODE, stream(unicode(letters)));
        return font;
    }

    private static String drawing(Letters.Letter letter) {
        Rectangle2D box = letter.outline().getBounds2D();
        StringBuilder pen = new StringBuilder();
        pen.append(number(letter.advance())).append(" 0 ");
        pen.append(number(box.getMinX()))
                .append(' ')
                .append(number(-box.getMaxY()))
                .append(' ');
        pen.append(number(box.getMaxX()))
                .append(' ')
                .append(number(-box.getMinY()))
                .append(" d1\n");
        double[] p = new double[6];
        double[] at = new double[2];
        for (PathIterator path = letter.outline().getPathIterator(null); !path.isDone(); path.next()) {
            draw(pen, path.currentSegment(p), p, at);
        }
        return pen.append("f\n").toString();
    }

    private static void draw(StringBuilder pen, int kind, double[] p, double[] at) {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> to(pen, "m", p, 2, at);
            case PathIterator.SEG_LINETO -> to(pen, "l", p, 2, at);
            case PathIterator.SEG_QUADTO -> {
                // PDF knows cubic curves only.
                double[] cubic = {
                    at[0] + (p[0] - at[0]) * 2 / 3,
                    at[1] + (p[1] - at[1]) * 2 / 3,
                    p[2] + (p[0] - p[2]) * 2 / 3,
                    p[3] + (p[1] - p[3]) * 2 / 3,
                    p[2],
                    p[3]
                };
                to(pen, "c", cubic, 6, at);
            }
            case PathIterator.SEG_CUBICTO -> to(pen, "c", p, 6, at);
            default -> pen.append("h\n");
        }
    }

    private static void to(StringBuilder pen, String operator, double[] p, int count, double[] at) {
        for (int i = 0; i < count; i += 2) {
            pen.append(number(p[i])).append(' ').append(number(-p[i + 1])).append(' ');
        }
        pen.append(operator).append('\n');
        at[0] = p[count - 2];
        at[1] = p[count - 1];
    }

    private static String unicode(List<Letters.Letter> letters) {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                + "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
                + "1 begincodespacerange <00> <FF> endcodespacerange\n");
        for (int from = 0; from < letters.size(); from += 100) {
            int to = Math.min(letters.size(), from + 100);
            map.append(to - from).append(" beginbfchar\n");
            for (int i = from; i < to; i++) {
                map.append('<').append(code(i)).append("> <");
                for (byte one : Character.toString(letters.get(i).point()).getBytes(StandardCharsets.UTF_16BE)) {
                    map.append(String.format("%02X", one));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap CMapName currentdict /CMap defineresource pop end end\n")
                .toString();
    }

    static COSStream stream(String content) throws IOException {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static COSArray numbers(float... values) {
        COSArray array = new COSArray();
        for (float value : values) {
            array.add(new COSFloat(value));
        }
        return array;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
