package cn.tuanwu.photo;

import boofcv.struct.image.GrayU8;
import boofcv.struct.image.Planar;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A picture as three planes, red, green and blue: what BoofCV works on.
 *
 * @param planar its memory is this picture's alone
 */
record Planes(Planar<GrayU8> planar) {
    private static final int STRIPE = 64;

    Planes(int width, int height) {
        this(new Planar<>(GrayU8.class, width, height, 3));
    }

    int width() {
        return planar.width;
    }

    int height() {
        return planar.height;
    }

    /**
     * What is seen on white, upright.
     *
     * @param orientation 1 to 8, as EXIF numbers how the camera was held
     */
    static Planes of(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lies = orientation >= 5;
        Planes planes = new Planes(lies ? height : width, lies ? width : height);
        BufferedImage stripe = new BufferedImage(width, Math.min(STRIPE, height), BufferedImage.TYPE_INT_RGB);
        int[] colors = ((DataBufferInt) stripe.getRaster().getDataBuffer()).getData();
        for (int from = 0; from < height; from += STRIPE) {
            Graphics2D pen = stripe.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, stripe.getHeight());
            pen.drawImage(image, 0, -from, null);
            pen.dispose();
            for (int y = from; y < Math.min(from + STRIPE, height); y++) {
                planes.put(colors, (y - from) * width, y, width, height, orientation);
            }
        }
        return planes;
    }

    private void put(int[] colors, int offset, int y, int width, int height, int orientation) {
        for (int x = 0; x < width; x++) {
            int right = width - 1 - x;
            int down = height - 1 - y;
            int at =
                    switch (orientation) {
                        case 2 -> planar.getIndex(right, y);
                        case 3 -> planar.getIndex(right, down);
                        case 4 -> planar.getIndex(x, down);
                        case 5 -> planar.getIndex(y, x);
                        case 6 -> planar.getIndex(down, x);
                        case 7 -> planar.getIndex(down, right);
                        case 8 -> planar.getIndex(y, right);
                        default -> planar.getIndex(x, y);
                    };
            int color = colors[offset + x];
            planar.bands[0].data[at] = (byte) (color >> 16);
            planar.bands[1].data[at] = (byte) (color >> 8);
            planar.bands[2].data[at] = (byte) color;
        }
    }

    /** In grey, as many pixels as there are. */
    GrayU8 grey() {
        return grey(Math.max(width(), height()));
    }

    /** In grey, each pixel the mean of those it stands for. */
    GrayU8 grey(int longest) {
        double scale = Math.max(1, Math.max(width(), height()) / (double) longest);
        GrayU8 grey = new GrayU8((int) (width() / scale), (int) (height() / scale));
        for (int y = 0; y < grey.height; y++) {
            int top = (int) (y * scale);
            int bottom = Math.max(top + 1, (int) ((y + 1) * scale));
            for (int x = 0; x < grey.width; x++) {
                int left = (int) (x * scale);
                grey.data[y * grey.width + x] =
                        (byte) mean(left, top, Math.max(left + 1, (int) ((x + 1) * scale)), bottom);
            }
        }
        return grey;
    }

    private int mean(int left, int top, int right, int bottom) {
        byte[] red = planar.bands[0].data;
        byte[] green = planar.bands[1].data;
        byte[] blue = planar.bands[2].data;
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int at = planar.getIndex(left, y), end = at + right - left; at < end; at++) {
                sum += 77 * (red[at] & 0xff) + 150 * (green[at] & 0xff) + 29 * (blue[at] & 0xff);
            }
        }
        return sum / ((right - left) * (bottom - top)) >> 8;
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        int[] colors = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < colors.length; i++) {
            colors[i] = (planar.bands[0].data[i] & 0xff) << 16
                    | (planar.bands[1].data[i] & 0xff) << 8
                    | planar.bands[2].data[i] & 0xff;
        }
        return image;
    }
}
