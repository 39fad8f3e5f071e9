package cn.tuanwu.registration;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a picture from a phone anew: what comes out holds what can be seen and nothing else, no place, no time, no script. */
final class Picture {
    private static final long MOST_PIXELS = 60_000_000;
    private static final int LONGEST_SIDE = 2000;
    private static final float QUALITY = 0.85f;

    private Picture() {}

    /** A JPEG, upright and of moderate size; empty for what is neither JPEG nor PNG, broken, or immense. */
    static Optional<byte[]> redrawn(byte[] file) {
        Optional<String> kind = kind(file);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.get()).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            return pixels > MOST_PIXELS
                    ? Optional.empty()
                    : Optional.of(jpeg(drawn(read(reader), Orientation.of(file))));
        } catch (IOException | RuntimeException e) {
            // The decoder throws whatever it likes at a broken file.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** By the first bytes: a name or a media type says nothing. */
    private static Optional<String> kind(byte[] file) {
        if (begins(file, 0xff, 0xd8, 0xff)) {
            return Optional.of("jpeg");
        }
        return begins(file, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a) ? Optional.of("png") : Optional.empty();
    }

    private static boolean begins(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= file.length || (file[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Large ones are thinned out while they are read, so that they need less memory. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, longest / (2 * LONGEST_SIDE));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage drawn(BufferedImage image, Orientation orientation) {
        double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean lies = orientation.quarters() % 2 == 1;
        BufferedImage drawn =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        AffineTransform turn = AffineTransform.getTranslateInstance(drawn.getWidth() / 2.0, drawn.getHeight() / 2.0);
        turn.quadrantRotate(orientation.quarters());
        turn.translate(-width / 2.0, -height / 2.0);
        pen.transform(turn);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
