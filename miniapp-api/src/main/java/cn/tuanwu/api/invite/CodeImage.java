package cn.tuanwu.api.invite;

import cn.tuanwu.api.access.WeComApp;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.invite.InviteDesk;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** The code of an invitation as an image: error correction H, four modules of white around; or as the platform drew it. */
@Component
class CodeImage {
    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.H,
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.MARGIN,
            4);

    private final InviteDesk invitations;
    private final String publicUrl;

    CodeImage(InviteDesk invitations, WeComApp app) {
        this.invitations = invitations;
        this.publicUrl = app.publicUrl();
    }

    /** At most {@code width} dots wide, as wide as whole modules allow. Only of one that is READY. */
    BufferedImage of(Invitation invitation, int width) {
        return switch (invitation.carrier()) {
            case OA_TEMPORARY, OA_PERMANENT -> drawn(invitation.url(), width);
            case LINK -> drawn(publicUrl + "/i/" + invitation.code(), width);
            case MINI_PROGRAM -> scaled(read(invitations.picture(invitation).orElseThrow()), width);
        };
    }

    /** One bit a dot. */
    static BufferedImage drawn(String content, int width) {
        BitMatrix modules = encode(content);
        int scale = Math.max(1, width / modules.getWidth());
        int side = modules.getWidth() * scale;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    pen.fillRect(x * scale, y * scale, scale, scale);
                }
            }
        }
        pen.dispose();
        return image;
    }

    private static BitMatrix encode(String content) {
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalStateException("A QR code holds what a platform's ticket says", e);
        }
    }

    private static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage scaled(BufferedImage picture, int width) {
        int height = picture.getHeight() * width / picture.getWidth();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(picture.getScaledInstance(width, height, BufferedImage.SCALE_SMOOTH), 0, 0, null);
        pen.dispose();
        return image;
    }
}
