package cn.tuanwu.api.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A plain QR code on the screen. */
public final class QrCode {
    private static final int WIDTH = 320;
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 4);

    private QrCode() {}

    public static byte[] png(String content) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            MatrixToImageWriter.writeToStream(
                    new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, WIDTH, WIDTH, HINTS), "PNG", png);
            return png.toByteArray();
        } catch (WriterException e) {
            throw new IllegalStateException("A QR code holds an address", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
