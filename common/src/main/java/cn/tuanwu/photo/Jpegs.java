package cn.tuanwu.photo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as JPEG. */
final class Jpegs {
    private static final int THUMBNAIL = 480;
    private static final int MODERATE = 2000;
    private static final int MOST_BYTES = 1_000_000;
    private static final float[] QUALITIES = {0.85f, 0.75f, 0.6f, 0.45f};

    private Jpegs() {}

    /** As good as it can be in a megabyte. */
    static byte[] page(BufferedImage image) {
        return within(image, MOST_BYTES);
    }

    /** As good as it can be in so many bytes. */
    static byte[] within(BufferedImage image, int mostBytes) {
        byte[] jpeg = null;
        for (float quality : QUALITIES) {
            jpeg = written(image, quality);
            if (jpeg.length <= mostBytes) {
                return jpeg;
            }
        }
        return Math.max(image.getWidth(), image.getHeight()) < THUMBNAIL
                ? jpeg
                : within(drawn(image, 0.7, 0), mostBytes);
    }

    static byte[] moderate(BufferedImage image) {
        double scale = Math.min(1, MODERATE / (double) Math.max(image.getWidth(), image.getHeight()));
        return written(drawn(image, scale, 0), QUALITIES[0]);
    }

    static byte[] small(BufferedImage image, int quarters) {
        double scale = Math.min(1, THUMBNAIL / (double) Math.max(image.getWidth(), image.getHeight()));
        // Halved again and again first: one large step would leave out whole strokes.
        if (scale < 0.5) {
            return small(drawn(image, 0.5, 0), quarters);
        }
        return written(drawn(image, scale, Math.floorMod(quarters, 4)), 0.8f);
    }

    private static BufferedImage drawn(BufferedImage image, double scale, int quarters) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean lies = quarters % 2 == 1;
        BufferedImage drawn =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turn = AffineTransform.getTranslateInstance(drawn.getWidth() / 2.0, drawn.getHeight() / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-width / 2.0, -height / 2.0);
        pen.transform(turn);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] written(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture in memory could not be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
