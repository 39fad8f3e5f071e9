package cn.tuanwu.api.invite;

import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.letters.Letters;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A sheet of A4 at 150 dots an inch to print and hang up: whose code, the code, what to do with it. */
@Component
class Poster {
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;
    private static final int BAND = 330;
    private static final int CODE = 820;
    private static final double ROOM = WIDTH - 160;
    private static final Color RED = new Color(0xC4, 0x16, 0x1C);
    private static final Color INK = new Color(0x1B, 0x1E, 0x25);
    private static final Color PALE = new Color(0x5A, 0x60, 0x6C);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZoneId.of("Asia/Shanghai"));

    private final CodeImage codes;
    private final Letters letters;

    Poster(CodeImage codes, Letters letters) {
        this.codes = codes;
        this.letters = letters;
    }

    /** A PNG. Refused with FONT_MISSING rather than drawn with a box in a name. */
    byte[] png(Invitation invitation) {
        String name = invitation.organisation().name();
        String title = invitation.title() == null ? "团员报到" : invitation.title();
        List<String> steps = steps(invitation);
        List<String> all = new ArrayList<>(steps);
        all.addAll(List.of(name, title, until(invitation.expiresAt())));
        if (letters.missing(all)) {
            throw new RefusedRequest("FONT_MISSING", "服务器缺少字体，暂时不能生成海报，请联系管理员。");
        }
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(pen, Color.WHITE, 0, HEIGHT);
        fill(pen, RED, 0, BAND);
        centred(pen, title, 170, 104, Color.WHITE);
        centred(pen, "微信扫一扫，五分钟完成", 268, 44, Color.WHITE);
        BufferedImage code = codes.of(invitation, CODE);
        pen.drawImage(code, (WIDTH - code.getWidth()) / 2, BAND + 30, null);
        int y = BAND + 30 + code.getHeight() + 60;
        centred(pen, name, y, 58, INK);
        for (String step : steps) {
            y += 68;
            centred(pen, step, y, 38, INK);
        }
        centred(pen, until(invitation.expiresAt()), HEIGHT - 60, 30, PALE);
        pen.dispose();
        return QrPicture.bytes(image);
    }

    private static List<String> steps(Invitation invitation) {
        String first =
                switch (invitation.carrier()) {
                    case OA_TEMPORARY, OA_PERMANENT -> "1  扫码关注公众号，点“开始报到”";
                    case MINI_PROGRAM, LINK -> "1  扫码打开报到小程序";
                };
        return List.of(first, "2  注册账号，填写团员资料并提交", "3  支部审核通过后，结果会通知您");
    }

    private static String until(Instant end) {
        return "有效期至 " + DAY.format(end);
    }

    private static void fill(Graphics2D pen, Color colour, int from, int height) {
        pen.setColor(colour);
        pen.fillRect(0, from, WIDTH, height);
    }

    /** Smaller than asked for when the text would not fit. */
    private void centred(Graphics2D pen, String text, double baseline, double size, Color colour) {
        double wide = letters.width(text) / Letters.EM;
        double fitted = Math.min(size, ROOM / wide);
        double x = (WIDTH - wide * fitted) / 2;
        pen.setColor(colour);
        AffineTransform before = pen.getTransform();
        pen.translate(x, baseline);
        pen.scale(fitted / Letters.EM, fitted / Letters.EM);
        for (Letters.Letter letter : letters.of(text)) {
            pen.fill(letter.outline());
            pen.translate(letter.advance(), 0);
        }
        pen.setTransform(before);
    }
}
