package cn.tuanwu.sandbox;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;

/** Draws codes the way the console does. */
final class QrPictures {

    private QrPictures() {}

    static byte[] png(String content) throws Exception {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        var matrix = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 300, 300);
        MatrixToImageWriter.writeToStream(matrix, "png", picture);
        return picture.toByteArray();
    }
}
