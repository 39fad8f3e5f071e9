package cn.tuanwu.pdf;

import cn.tuanwu.letters.Letters;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Who looks at a page, and when, all over it: aslant, pale enough to read through, dark enough to be found in a copy. */
final class Watermark {
    private static final Color INK = new Color(90, 100, 120, 46);
    private static final double SLANT = Math.toRadians(-28);
    private static final double SIZE = 0.026;
    private static final int MOST_LETTERS = 80;

    private final Shape text;

    private Watermark(Shape text) {
        this.text = text;
    }

    static Watermark of(String text, Letters letters) {
        String line = text.codePoints()
                .limit(MOST_LETTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        // A machine without a Chinese font still says who it was.
        return new Watermark(letters.missing(List.of(line)) ? LatinLetters.shape(line) : shape(line, letters));
    }

    private static Shape shape(String text, Letters letters) {
        Path2D path = new Path2D.Double();
        double x = 0;
        for (Letters.Letter letter : letters.of(text)) {
            path.append(AffineTransform.getTranslateInstance(x, 0).createTransformedShape(letter.outline()), false);
            x += letter.advance();
        }
        return path;
    }

    void drawOn(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(INK);
        double size = Math.max(10, Math.min(image.getWidth(), image.getHeight()) * SIZE);
        Rectangle2D box = text.getBounds2D();
        double wide = (box.getWidth() / Letters.EM + 3) * size;
        double high = 5 * size;
        double reach = Math.hypot(image.getWidth(), image.getHeight());
        pen.translate(image.getWidth() / 2.0, image.getHeight() / 2.0);
        pen.rotate(SLANT);
        int row = 0;
        for (double y = -reach / 2; y < reach / 2; y += high) {
            double from = -reach / 2 - (row++ % 2) * wide / 2;
            for (double x = from; x < reach / 2; x += wide) {
                AffineTransform place = AffineTransform.getTranslateInstance(x, y);
                place.scale(size / Letters.EM, size / Letters.EM);
                pen.fill(place.createTransformedShape(text));
            }
        }
        pen.dispose();
    }
}
