package cn.tuanwu.api.invite;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Draws the QR code to hang up: error correction H, four modules of white around, the branch's name below. */
@Component
class QrPicture {
    private static final int WIDTH = 640;
    private static final int CAPTION_HEIGHT = 64;
    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.H,
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.MARGIN,
            4);

    private final Captions captions;

    QrPicture(Captions captions) {
        this.captions = captions;
    }

    /** A PNG of one bit a dot. Without a font that can draw the caption there is no caption. */
    byte[] png(String content, String caption) {
        BitMatrix modules = encode(content);
        int scale = Math.max(1, WIDTH / modules.getWidth());
        int width = modules.getWidth() * scale;
        Optional<Font> font = captions.fontFor(caption, width);
        int height = width + (font.isPresent() ? CAPTION_HEIGHT : 0);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        draw(modules, scale, pen);
        font.ifPresent(found -> {
            pen.setFont(found);
            pen.drawString(
                    caption, (width - pen.getFontMetrics().stringWidth(caption)) / 2, width + CAPTION_HEIGHT / 4);
        });
        pen.dispose();
        return bytes(image);
    }

    private static BitMatrix encode(String content) {
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalStateException("A QR code holds what a platform's ticket says", e);
        }
    }

    private static void draw(BitMatrix modules, int scale, Graphics2D pen) {
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    pen.fillRect(x * scale, y * scale, scale, scale);
                }
            }
        }
    }

    private static byte[] bytes(BufferedImage image) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
