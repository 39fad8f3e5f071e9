package cn.tuanwu.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** A volunteer form of nobody, page by page, as a printer and a pen leave it on A4 at 200 dots to the inch. */
final class FormSheet {
    static final int WIDTH = 1654;
    static final int HEIGHT = 2339;
    /** Where the outer ruled frame of each page runs, as a share of width and height. */
    static final double FRAME_X = 0.09;

    static final double FRAME_TOP = 0.12;
    static final double FRAME_BOTTOM = 0.93;
    private static final int ROWS = 14;
    private static final String ESSAY = "我志愿加入中国共产主义青年团，坚决拥护中国共产党的领导，遵守团的章程，执行团的决议，履行团员义务，严守团的纪律，"
            + "勤奋学习，积极工作，吃苦在前，享受在后，为共产主义事业而奋斗。在同学和老师的帮助下，我认识到共青团是先进青年的群众组织，"
            + "是在实践中学习中国特色社会主义和共产主义的学校。我要按照团章的要求，认真完成团组织交给的任务，服务同学，奉献社会。";

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = image.createGraphics();

    private FormSheet() {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(247, 246, 241));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(25, 25, 30));
    }

    /** @param number 1 to 4; 0 is a page somebody left empty */
    static BufferedImage page(int number) {
        FormSheet sheet = new FormSheet();
        switch (number) {
            case 0 -> {}
            case 1 -> sheet.particulars();
            case 2, 3 -> sheet.essay(number);
            default -> sheet.opinions();
        }
        sheet.pen.dispose();
        return sheet.image;
    }

    private void particulars() {
        frame("中国共产主义青年团入团志愿书");
        String[] names = {"姓名", "性别", "民族", "出生年月", "籍贯", "学历", "现在何处任何职", "家庭住址", "发展团员编号"};
        String[] values = {"林小禾", "女", "汉族", "2008年4月", "广东南岭", "高中", "南岭中学高二（3）班", "南岭市青山路8号", "202644000017"};
        int row = (bottom() - top()) / ROWS;
        for (int i = 0; i < ROWS; i++) {
            int y = top() + i * row;
            rule(left(), y, right(), y);
            text(names[i % names.length], left() + 25, y + row * 0.65, 40, Font.PLAIN);
            written(values[i % values.length], left() + 400, y + row * 0.68, 46);
        }
        rule(left() + 360, top(), left() + 360, bottom());
        pen.setColor(new Color(70, 110, 180));
        pen.fillRect(right() - 290, top() + 15, 270, 380);
        pen.setColor(new Color(240, 200, 175));
        pen.fillOval(right() - 230, top() + 90, 150, 190);
    }

    private void essay(int number) {
        frame(number == 2 ? "入团志愿" : "个人履历、家庭主要成员");
        int line = (bottom() - top()) / 26;
        for (int i = 1; i < 26; i++) {
            rule(left() + 30, top() + i * line, right() - 30, top() + i * line);
            int from = (i * 17 + number * 31) % (ESSAY.length() - 30);
            written(ESSAY.substring(from, from + (i % 7 == 6 ? 13 : 27)), left() + 45, top() + i * line - 14, 44);
        }
    }

    private void opinions() {
        frame("介绍人意见、支部大会决议、上级委员会审批");
        int box = (bottom() - top()) / 4;
        for (int i = 0; i < 4; i++) {
            int y = top() + i * box;
            rule(left(), y, right(), y);
            text(new String[] {"介绍人意见", "支部大会决议", "上级委员会审批意见", "备注"}[i], left() + 25, y + 60, 38, Font.BOLD);
            for (int j = 0; j < 4; j++) {
                int from = (i * 23 + j * 11) % (ESSAY.length() - 30);
                written(ESSAY.substring(from, from + 22), left() + 70, y + 140 + j * 66, 44);
            }
            text("签名（盖章）        2026年 5 月 4 日", right() - 800, y + box - 30.0, 36, Font.PLAIN);
        }
        stamp(right() - 300, top() + 2 * box - 160);
        stamp(right() - 300, top() + 3 * box - 160);
    }

    private void frame(String title) {
        text(title, WIDTH * 0.5 - title.length() * 32.0, HEIGHT * 0.08, 64, Font.BOLD);
        pen.setStroke(new BasicStroke(6));
        pen.drawRect(left(), top(), right() - left(), bottom() - top());
    }

    private void rule(int x1, int y1, int x2, int y2) {
        pen.setStroke(new BasicStroke(2));
        pen.drawLine(x1, y1, x2, y2);
    }

    private void text(String text, double x, double y, int size, int style) {
        pen.setColor(new Color(25, 25, 30));
        pen.setFont(new Font(Font.SANS_SERIF, style, size));
        pen.drawString(text, (float) x, (float) y);
    }

    /** With a pen: blue, a little crooked. */
    private void written(String text, double x, double y, int size) {
        AffineTransform before = pen.getTransform();
        pen.setColor(new Color(30, 40, 120));
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, size));
        for (int i = 0; i < text.length(); i++) {
            pen.setTransform(before);
            pen.translate(x + i * size * 1.05, y + (i * 7 % 5 - 2));
            pen.rotate((i * 13 % 7 - 3) * 0.02);
            pen.drawString(text.substring(i, i + 1), 0, 0);
        }
        pen.setTransform(before);
        pen.setColor(new Color(25, 25, 30));
    }

    private void stamp(int x, int y) {
        pen.setColor(new Color(205, 30, 40));
        pen.setStroke(new BasicStroke(8));
        pen.drawOval(x - 110, y - 110, 220, 220);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 60));
        pen.drawString("★", x - 30, y + 20);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 26));
        pen.drawString("共青团南岭中学委员会", x - 130, y + 70);
        pen.setColor(new Color(25, 25, 30));
    }

    private static int left() {
        return (int) (WIDTH * FRAME_X);
    }

    private static int right() {
        return (int) (WIDTH * (1 - FRAME_X));
    }

    private static int top() {
        return (int) (HEIGHT * FRAME_TOP);
    }

    private static int bottom() {
        return (int) (HEIGHT * FRAME_BOTTOM);
    }
}
