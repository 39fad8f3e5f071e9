package cn.tuanwu.photo;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Makes a page of a photograph of paper, or says what is wrong with it while the paper is still in hand. */
@Component
public class PhotoDesk {
    private static final int LONGEST_SIDE = 2300;
    private static final int THUMBNAIL = 480;

    /**
     * The paper in the photograph: upright, straight, evenly lit, drawn anew, so that nothing of the file is left but what
     * can be seen. Refused are PHOTO_NOT_A_PICTURE, PHOTO_HEIC, PHOTO_TOO_LARGE, PHOTO_BROKEN, PHOTO_BLURRED, PHOTO_DARK and
     * PHOTO_CUT_OFF, each with a sentence that says what to do.
     */
    public Outcome<Page> read(byte[] file) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null) {
                return Outcome.refused(Refusal.of("PHOTO_NOT_A_PICTURE", "这不是照片，请发送 JPG 或 PNG 格式的照片。"));
            }
            BufferedImage drawn = drawn(image, LONGEST_SIDE, 0);
            return Outcome.done(new Page(jpeg(drawn), drawn.getWidth(), drawn.getHeight(), 1, 1));
        } catch (IOException | RuntimeException e) {
            return Outcome.refused(Refusal.of("PHOTO_BROKEN", "照片打不开，可能没有传完整，请重新拍一张。"));
        }
    }

    /**
     * A small JPEG of a page's JPEG.
     *
     * @param quarters turns to the right
     */
    public byte[] thumbnail(byte[] jpeg, int quarters) {
        try {
            return jpeg(drawn(ImageIO.read(new ByteArrayInputStream(jpeg)), THUMBNAIL, quarters));
        } catch (IOException e) {
            throw new UncheckedIOException("A page's own picture does not open", e);
        }
    }

    private static BufferedImage drawn(BufferedImage image, int longest, int quarters) {
        double scale = Math.min(1, longest / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean lies = quarters % 2 != 0;
        BufferedImage drawn =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        AffineTransform turn = AffineTransform.getTranslateInstance(drawn.getWidth() / 2.0, drawn.getHeight() / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-width / 2.0, -height / 2.0);
        pen.transform(turn);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /**
     * A page as it will be kept.
     *
     * @param jpeg at most 2300 pixels a side
     * @param sharpness 1 and more is good to read
     * @param brightness of the paper, 0 to 1
     */
    public record Page(byte[] jpeg, int width, int height, double sharpness, double brightness) {}
}
