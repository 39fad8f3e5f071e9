package cn.tuanwu.photo;

import boofcv.struct.image.GrayU8;
import java.util.Arrays;

/**
 * How sharp the writing of a page is: how wide its edges are, from bright to dark, whatever the contrast. Measured across and
 * down, because a hand that shakes blurs one of both only.
 */
final class Sharpness {
    /** The widest edge that is still read without pains, in shares of the page's width (standard deviation). */
    private static final double WIDEST = 0.00135;

    private static final int CONTRAST = 60;
    /** Strokes that are paler than this lost it to the blur. */
    private static final int FULL = 130;

    private static final int FEWEST = 200;
    private static final double BELL = Math.sqrt(2 * Math.PI);

    private Sharpness() {}

    /** 1 is the least that is accepted, 2 has edges half as wide; 0 is a page where no writing is found. */
    static double of(GrayU8 evened) {
        double across = width(evened, 1, evened.width, evened.width, evened.height);
        double down = width(evened, evened.width, 1, evened.height, evened.width);
        double shorter = Math.min(evened.width, evened.height);
        return WIDEST * shorter / Math.max(across, down);
    }

    /** Of typical edges in one direction, in pixels; without end when there are none. */
    private static double width(GrayU8 image, int step, int next, int length, int lines) {
        int window = Math.max(9, Math.min(image.width, image.height) / 70);
        double[] widths = new double[(lines / 3 + 1) * (length / window + 1)];
        int count = 0;
        int[] mean = new int[length];
        for (int line = 1; line < lines - 1; line += 3) {
            smooth(image.data, mean, line, step, next);
            for (int from = 0; from + window <= length; from += window) {
                double width = width(mean, from, from + window);
                if (width > 0) {
                    widths[count++] = width;
                }
            }
        }
        if (count < FEWEST) {
            return Double.POSITIVE_INFINITY;
        }
        Arrays.sort(widths, 0, count);
        return widths[count / 4];
    }

    /** Three lines beside each other: less noise, edges as before. */
    private static void smooth(byte[] data, int[] mean, int line, int step, int next) {
        for (int i = 0; i < mean.length; i++) {
            int at = line * next + i * step;
            mean[i] = ((data[at - next] & 0xff) + (data[at] & 0xff) + (data[at + next] & 0xff)) / 3;
        }
    }

    private static double width(int[] levels, int from, int to) {
        int least = 255;
        int most = 0;
        int steepest = 0;
        for (int i = from; i < to; i++) {
            least = Math.min(least, levels[i]);
            most = Math.max(most, levels[i]);
            if (i > from && i + 1 < to) {
                steepest = Math.max(steepest, Math.abs(levels[i + 1] - levels[i - 1]));
            }
        }
        return most - least < CONTRAST ? 0 : 2 * Math.max(most - least, FULL) / (BELL * Math.max(1, steepest));
    }
}
