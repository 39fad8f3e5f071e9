package cn.tuanwu.sandbox.weixin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Draws the picture of a code. */
final class QrImages {

    private static final int SIDE = 430;

    private QrImages() {}

    static byte[] jpeg(String content) {
        try (ByteArrayOutputStream picture = new ByteArrayOutputStream()) {
            var matrix = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, SIDE, SIDE);
            MatrixToImageWriter.writeToStream(matrix, "jpg", picture);
            return picture.toByteArray();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Not a content for a code", tooLong);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
