package cn.tuanwu.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures: white with a red left edge. */
public final class Photos {
    /** What a phone may write into a picture. */
    public static final String PLACE = "23N113E";

    private Photos() {}

    public static byte[] jpeg(int width, int height) {
        return drawn(width, height, "jpeg");
    }

    public static byte[] png(int width, int height) {
        return drawn(width, height, "png");
    }

    /** As a phone makes it: with EXIF that says how it was held. */
    public static byte[] taken(int width, int height, int orientation) {
        byte[] plain = jpeg(width, height);
        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(26 + place.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        tiff.putShort((short) 0).putInt(0).put(place);
        byte[] exif = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer whole = ByteBuffer.allocate(plain.length + 4 + exif.length + tiff.capacity());
        whole.put(plain, 0, 2).putShort((short) 0xffe1).putShort((short) (2 + exif.length + tiff.capacity()));
        return whole.put(exif).put(tiff.array()).put(plain, 2, plain.length - 2).array();
    }

    /** A few kilobytes that unfold to seventy million pixels. */
    public static byte[] immense() {
        return written(new BufferedImage(10_000, 7_000, BufferedImage.TYPE_BYTE_BINARY), "png");
    }

    private static byte[] drawn(int width, int height, String kind) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, Math.max(1, width / 4), height);
        pen.dispose();
        return written(image, kind);
    }

    private static byte[] written(BufferedImage image, String kind) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, kind, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
