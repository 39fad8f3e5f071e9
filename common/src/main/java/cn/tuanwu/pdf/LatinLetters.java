package cn.tuanwu.pdf;

import cn.tuanwu.letters.Letters;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Chinese in pinyin, drawn with the font PDFBox brings along: for a machine that has none of its own. */
final class LatinLetters {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private LatinLetters() {}

    /** In thousandths of the em, y growing downwards. */
    static Shape shape(String text) {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            double scale = (double) Letters.EM / font.getUnitsPerEm();
            Path2D path = new Path2D.Double();
            double x = 0;
            for (int point : latin(text).codePoints().toArray()) {
                int glyph = font.getUnicodeCmapLookup().getGlyphId(point);
                var outline = font.getGlyph().getGlyph(glyph);
                if (outline != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
                    place.scale(scale, -scale);
                    path.append(place.createTransformedShape(outline.getPath()), false);
                }
                x += font.getAdvanceWidth(glyph) * scale;
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("PDFBox came without its font", e);
        }
    }

    static String latin(String text) {
        StringBuilder latin = new StringBuilder();
        text.codePoints().forEach(point -> {
            String[] sounds = point < 0x10000 ? PinyinHelper.toHanyuPinyinStringArray((char) point) : null;
            if (sounds != null && sounds.length > 0) {
                latin.append(sounds[0].replaceAll("[0-9:]", "")).append(' ');
            } else {
                latin.appendCodePoint(point < 0x250 ? point : '*');
            }
        });
        return latin.toString();
    }
}
