package cn.tuanwu.sandbox.actor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the QR code in a picture, as a phone's camera would. */
final class QrReader {

    /** A small file can unfold into a huge picture; a camera gives nothing near this. */
    private static final long MOST_PIXELS = 20_000_000;

    private static final List<Double> DISTANCES = List.of(1.0, 0.7, 0.45, 0.3);

    private QrReader() {}

    /** What the code says; nothing when there is no readable picture or no code in it. */
    static Optional<String> read(byte[] picture) {
        try {
            BufferedImage image = image(picture);
            return image == null ? Optional.empty() : decode(image);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static BufferedImage image(byte[] picture) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > MOST_PIXELS ? null : reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    /** A camera looks many times, from near and far: one look alone misses one code of fifty. */
    private static Optional<String> decode(BufferedImage image) {
        return DISTANCES.stream()
                .map(distance -> new BufferedImageLuminanceSource(from(image, distance)))
                .flatMap(light -> Stream.of(new HybridBinarizer(light), new GlobalHistogramBinarizer(light)))
                .flatMap(look -> decode(look).stream())
                .findFirst();
    }

    private static BufferedImage from(BufferedImage image, double distance) {
        int width = (int) Math.max(1, image.getWidth() * distance);
        int height = (int) Math.max(1, image.getHeight() * distance);
        BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = seen.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return seen;
    }

    private static Optional<String> decode(Binarizer binarizer) {
        Map<DecodeHintType, Object> hints = Map.of(
                DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE), DecodeHintType.TRY_HARDER, true);
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(new BinaryBitmap(binarizer), hints)
                    .getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }
}
