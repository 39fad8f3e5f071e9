package cn.tuanwu.api.export;

import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.letters.Letters;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Draws the member card (电子团员证) at twice the size it is shown in. No document number is on it. */
@Component
class CardPicture {
    static final int WIDTH = 1280;
    static final int HEIGHT = 808;
    private static final int HEADER = 176;
    private static final int MARGIN = 72;
    private static final Color RED = new Color(0xC8, 0x16, 0x1D);
    private static final Color INK = new Color(0x22, 0x22, 0x22);
    private static final Color EDGE = new Color(0, 0, 0, 40);
    private static final Color PALE = new Color(0x66, 0x66, 0x66);

    static {
        // A picture this small needs no file beside it.
        ImageIO.setUseCache(false);
    }

    private final Letters letters;

    CardPicture(Letters letters) {
        this.letters = letters;
    }

    /** @param committee what stands above the branch, for people */
    record Face(
            String name,
            String gender,
            String branch,
            String committee,
            String joinMonth,
            String number,
            String since) {}

    /** A PNG. Refused with FONT_MISSING rather than drawn with a box in a name. */
    byte[] png(Face face) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("性别", face.gender());
        lines.put("入团年月", face.joinMonth());
        lines.put("团员编号", face.number());
        lines.put("所在支部", face.branch());
        lines.put("所属团委", face.committee());
        List<String> texts = new ArrayList<>(lines.keySet());
        texts.addAll(lines.values());
        texts.addAll(List.of("电子团员证", face.name(), face.since(), "…"));
        if (letters.missing(texts)) {
            throw new RefusedRequest("FONT_MISSING", "服务器缺少显示团员证所需的字体，暂时不能生成，请稍后再试；认证资料页面可以正常查看。");
        }
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        try {
            draw(pen, face, lines);
        } finally {
            pen.dispose();
        }
        return bytes(image);
    }

    private void draw(Graphics2D pen, Face face, Map<String, String> lines) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setClip(new RoundRectangle2D.Double(0, 0, WIDTH, HEIGHT, 48, 48));
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(RED);
        pen.fillRect(0, 0, WIDTH, HEADER);
        text(pen, Color.WHITE, MARGIN, 112, 68, "电子团员证", WIDTH);
        text(pen, INK, MARGIN, 290, 76, face.name(), WIDTH - 2 * MARGIN);
        int y = 384;
        for (Map.Entry<String, String> line : lines.entrySet()) {
            text(pen, PALE, MARGIN, y, 34, line.getKey(), WIDTH);
            text(pen, INK, MARGIN + 190, y, 36, line.getValue(), WIDTH - 2 * MARGIN - 190);
            y += 68;
        }
        pen.setColor(RED);
        pen.fillRect(MARGIN, HEIGHT - 84, WIDTH - 2 * MARGIN, 2);
        text(pen, PALE, MARGIN, HEIGHT - 36, 28, face.since(), WIDTH - 2 * MARGIN);
        // On a white page the card has an edge all the same.
        pen.setColor(EDGE);
        pen.setStroke(new BasicStroke(2));
        pen.draw(new RoundRectangle2D.Double(1, 1, WIDTH - 2, HEIGHT - 2, 46, 46));
    }

    /** Smaller, down to half, where it would be too wide; then cut with an ellipsis between letters, never inside one. */
    private void text(Graphics2D pen, Color color, double x, double baseline, double size, String text, double room) {
        double fitted = Math.max(size / 2, Math.min(size, room * Letters.EM / Math.max(1, letters.width(text))));
        double scale = fitted / Letters.EM;
        pen.setColor(color);
        double at = x;
        for (Letters.Letter letter : letters.of(cut(text, room / scale))) {
            AffineTransform place = AffineTransform.getTranslateInstance(at, baseline);
            place.scale(scale, scale);
            pen.fill(place.createTransformedShape(letter.outline()));
            at += letter.advance() * scale;
        }
    }

    private String cut(String text, double room) {
        if (letters.width(text) <= room + 1) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double used = letters.width("…");
        for (Letters.Letter letter : letters.of(text)) {
            used += letter.advance();
            if (used > room) {
                break;
            }
            kept.appendCodePoint(letter.point());
        }
        return kept + "…";
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
