package cn.tuanwu.bot.capture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** White paper on a dark desk, each page with its own words. */
final class Pictures {
    static final byte[] NONE = "this is no picture at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private Pictures() {}

    static byte[] page(int number) {
        BufferedImage photo = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(new Color(70, 60, 50));
        pen.fillRect(0, 0, 1200, 1600);
        pen.setColor(new Color(240, 240, 236));
        pen.fillRect(110, 107, 980, 1386);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 30));
        for (int line = 0; line < 26; line++) {
            pen.drawString(
                    "Page " + number + " line " + line + " of a volunteer form, in small print", 170, 190 + line * 48);
        }
        pen.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(photo, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
