package cn.tuanwu.api.invite;

import cn.tuanwu.invite.Invitation;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** The code to hang up, with the organisation's name below. */
@Component
public class QrPicture {
    private static final int WIDTH = 640;
    private static final int CAPTION_HEIGHT = 64;

    private final CodeImage codes;
    private final Captions captions;

    QrPicture(CodeImage codes, Captions captions) {
        this.codes = codes;
        this.captions = captions;
    }

    byte[] png(Invitation invitation) {
        return png(codes.of(invitation, WIDTH), invitation.organisation().name());
    }

    /** An address of ours as a code. */
    public byte[] png(String address, String caption) {
        return png(CodeImage.drawn(address, WIDTH), caption);
    }

    /** Without a font that can draw the caption there is no caption. */
    byte[] png(BufferedImage code, String caption) {
        int width = code.getWidth();
        Optional<Font> font = captions.fontFor(caption, width);
        int height = code.getHeight() + (font.isPresent() ? CAPTION_HEIGHT : 0);
        BufferedImage image = new BufferedImage(width, height, code.getType());
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(code, 0, 0, null);
        pen.setColor(Color.BLACK);
        font.ifPresent(found -> {
            pen.setFont(found);
            int from = (width - pen.getFontMetrics().stringWidth(caption)) / 2;
            pen.drawString(caption, from, code.getHeight() + CAPTION_HEIGHT / 4);
        });
        pen.dispose();
        return bytes(image);
    }

    static byte[] bytes(BufferedImage image) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
