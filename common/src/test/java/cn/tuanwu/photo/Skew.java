package cn.tuanwu.photo;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** How far the ruled frame of a form's page is from upright, measured in the page's picture without any of our own eyes. */
final class Skew {
    private static final int SAMPLES = 60;
    private static final double REACH = 0.02;
    private static final int THICK = 2;

    private final BufferedImage page;

    private Skew(BufferedImage page) {
        this.page = page;
    }

    /** The worst of the four lines, in degrees. */
    static double of(BufferedImage page) {
        Skew skew = new Skew(page);
        double[] angles = {
            skew.line(true, FormSheet.FRAME_TOP),
            skew.line(true, FormSheet.FRAME_BOTTOM),
            skew.line(false, FormSheet.FRAME_X),
            skew.line(false, 1 - FormSheet.FRAME_X)
        };
        return Arrays.stream(angles).map(Math::abs).max().orElseThrow();
    }

    private double line(boolean lies, double place) {
        int along = lies ? page.getWidth() : page.getHeight();
        double from = FormSheet.FRAME_X + 0.06;
        double[] first = new double[SAMPLES / 3];
        double[] last = new double[SAMPLES / 3];
        for (int i = 0; i < SAMPLES; i++) {
            double share = from + (1 - 2 * from) * i / (SAMPLES - 1);
            double at = darkest(lies, (int) (share * along), place);
            if (i < SAMPLES / 3) {
                first[i] = at;
            } else if (i >= SAMPLES - SAMPLES / 3) {
                last[i - (SAMPLES - SAMPLES / 3)] = at;
            }
        }
        Arrays.sort(first);
        Arrays.sort(last);
        double rise = last[last.length / 2] - first[first.length / 2];
        return Math.toDegrees(Math.atan2(rise, (1 - 2 * from) * along * 2 / 3));
    }

    private double darkest(boolean lies, int along, double place) {
        int across = lies ? page.getHeight() : page.getWidth();
        int middle = (int) (place * across);
        int reach = (int) (REACH * across);
        int best = Integer.MAX_VALUE;
        int found = middle;
        for (int at = middle - reach; at <= middle + reach; at++) {
            int dark = 0;
            for (int i = -THICK; i <= THICK; i++) {
                int color = page.getRGB(lies ? along : at + i, lies ? at + i : along);
                dark += (color >> 16 & 0xff) + (color >> 8 & 0xff) + (color & 0xff);
            }
            if (dark < best) {
                best = dark;
                found = at;
            }
        }
        return found;
    }
}
