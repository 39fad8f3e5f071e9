package cn.tuanwu.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferInt;
import java.awt.image.Kernel;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Photographs a form: a desk, the paper on it seen askew, bad light, an unsteady hand, a small sensor. */
final class Camera {
    private static final double A4 = Math.sqrt(2);
    private static final Map<Integer, BufferedImage> SHEETS = new ConcurrentHashMap<>();

    private final Shot shot;
    private final int width;
    private final int height;
    private final Random random;

    private Camera(Shot shot) {
        this.shot = shot;
        this.width = shot.width();
        this.height = shot.width() * 4 / 3;
        this.random = new Random(shot.seed());
    }

    static BufferedImage take(Shot shot) {
        Camera camera = new Camera(shot);
        BufferedImage scene = camera.desk();
        camera.lay(SHEETS.computeIfAbsent(shot.page(), FormSheet::page), scene);
        BufferedImage seen = camera.focused(scene);
        camera.expose(seen);
        return seen;
    }

    private double pageWidth() {
        return height * shot.fill() / A4;
    }

    /** The four corners of the page in the photograph: left upper, right upper, right lower, left lower. */
    double[][] corners() {
        double half = pageWidth() / 2;
        double tall = height * shot.fill() / 2;
        double[][] corners = {{-half, -tall}, {half, -tall}, {half, tall}, {-half, tall}};
        double angle = Math.toRadians(shot.turn());
        for (double[] corner : corners) {
            double near = 1 + shot.tiltX() * corner[0] / half / 2 + shot.tiltY() * corner[1] / tall / 2;
            double x = corner[0] * near;
            double y = corner[1] * near;
            corner[0] = x * Math.cos(angle) - y * Math.sin(angle) + width * (0.5 + shot.shiftX());
            corner[1] = x * Math.sin(angle) + y * Math.cos(angle) + height * (0.5 + shot.shiftY());
        }
        return corners;
    }

    private void lay(BufferedImage sheet, BufferedImage scene) {
        double[][] to = corners();
        shade(scene, to);
        Projection back = Projection.from(to, sheet.getWidth(), sheet.getHeight());
        int[] paper = pixels(sheet);
        int[] seen = pixels(scene);
        double[] at = new double[2];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                back.apply(x + 0.5, y + 0.5, at);
                if (at[0] > 0 && at[1] > 0 && at[0] < sheet.getWidth() - 1 && at[1] < sheet.getHeight() - 1) {
                    seen[y * width + x] = between(paper, sheet.getWidth(), at[0], at[1]);
                }
            }
        }
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** Paper throws a thin shadow. */
    private void shade(BufferedImage scene, double[][] corners) {
        Graphics2D pen = scene.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0, 0, 0, 60));
        int[] xs = new int[4];
        int[] ys = new int[4];
        for (int i = 0; i < 4; i++) {
            xs[i] = (int) corners[i][0] + width / 400;
            ys[i] = (int) corners[i][1] + width / 300;
        }
        pen.fillPolygon(xs, ys, 4);
        pen.dispose();
    }

    private static int between(int[] paper, int wide, double x, double y) {
        int at = (int) y * wide + (int) x;
        double fx = x - (int) x;
        double fy = y - (int) y;
        int color = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double upper = (paper[at] >> shift & 0xff) * (1 - fx) + (paper[at + 1] >> shift & 0xff) * fx;
            double lower = (paper[at + wide] >> shift & 0xff) * (1 - fx) + (paper[at + wide + 1] >> shift & 0xff) * fx;
            color |= (int) (upper * (1 - fy) + lower * fy) << shift;
        }
        return color;
    }

    private BufferedImage desk() {
        BufferedImage desk = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = desk.createGraphics();
        pen.setColor(
                switch (shot.desk()) {
                    case WOOD, CROWDED -> new Color(150, 105, 65);
                    case DARK -> new Color(45, 45, 50);
                    case PALE -> new Color(226, 224, 219);
                    case BRIGHTER -> new Color(255, 255, 255);
                });
        pen.fillRect(0, 0, width, height);
        if (shot.desk() == Shot.Desk.WOOD || shot.desk() == Shot.Desk.CROWDED) {
            grain(pen);
        }
        if (shot.desk() == Shot.Desk.CROWDED) {
            things(pen);
        }
        pen.dispose();
        return desk;
    }

    private void grain(Graphics2D pen) {
        for (int y = 0; y < height; y += 3) {
            int tone = random.nextInt(40) - 20;
            pen.setColor(new Color(150 + tone, 105 + tone, 65 + tone / 2, 130));
            pen.drawLine(0, y, width, y + random.nextInt(9) - 4);
        }
        pen.setColor(new Color(70, 45, 25));
        pen.fillRect(0, height / 3, width, 4);
        pen.fillRect(0, height * 7 / 8, width, 4);
    }

    /** Pens, a keyboard, a note, a cup. */
    private void things(Graphics2D pen) {
        for (int i = 0; i < 12; i++) {
            AffineTransform before = pen.getTransform();
            pen.translate(random.nextInt(width), random.nextInt(height));
            pen.rotate(random.nextDouble() * Math.PI);
            pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            pen.fillRect(0, 0, width / 3, width / (10 + random.nextInt(30)));
            pen.setTransform(before);
        }
        pen.setColor(Color.WHITE);
        pen.fillOval(-width / 12, height / 20, width / 4, width / 4);
        for (int i = 0; i < 12; i++) {
            pen.setColor(i % 2 == 0 ? new Color(240, 240, 240) : new Color(20, 20, 20));
            pen.fillRect(i * width / 12, height - height / 12, width / 13, height / 12);
        }
    }

    private BufferedImage focused(BufferedImage scene) {
        BufferedImage seen = scene;
        float sigma = (float) (shot.blur() / 100 * pageWidth());
        if (sigma > 0.2) {
            float[] bell = bell(sigma);
            seen = convolved(convolved(seen, new Kernel(bell.length, 1, bell)), new Kernel(1, bell.length, bell));
        }
        int way = (int) Math.round(shot.shake() / 100 * pageWidth());
        if (way > 1) {
            float[] even = new float[way];
            java.util.Arrays.fill(even, 1f / way);
            seen = convolved(seen, new Kernel(way, 1, even));
        }
        return seen;
    }

    private static BufferedImage convolved(BufferedImage image, Kernel kernel) {
        return new ConvolveOp(kernel, ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }

    private static float[] bell(float sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        float[] bell = new float[2 * radius + 1];
        float sum = 0;
        for (int i = 0; i < bell.length; i++) {
            bell[i] = (float) Math.exp(-(i - radius) * (i - radius) / (2 * sigma * sigma));
            sum += bell[i];
        }
        for (int i = 0; i < bell.length; i++) {
            bell[i] /= sum;
        }
        return bell;
    }

    private void expose(BufferedImage seen) {
        int[] pixels = pixels(seen);
        for (int i = 0; i < pixels.length; i++) {
            double x = i % width / (double) width - 0.2;
            double y = i / width / (double) height - 0.15;
            double light = shot.light() * (1 - shot.shadow() * Math.min(1, (x * x + y * y) * 0.97));
            // Uneven enough for a sensor, and quicker than a bell curve.
            double grain = (random.nextInt(1001) - 500) / 289.0 * shot.noise();
            int color = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                double value = (pixels[i] >> shift & 0xff) * light + grain;
                color |= (int) Math.max(0, Math.min(255, value)) << shift;
            }
            pixels[i] = color;
        }
    }
}
