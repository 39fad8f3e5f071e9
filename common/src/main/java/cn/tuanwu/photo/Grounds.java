package cn.tuanwu.photo;

import boofcv.alg.filter.blur.GBlurImageOps;
import boofcv.alg.misc.ImageStatistics;
import boofcv.struct.image.GrayU8;

/**
 * A small grey copy of a photograph with as much contrast as fits, and the same without its writing: thin dark things are
 * closed up by what lies around them, so that the edges of the paper are the strongest lines that are left.
 *
 * @param seen with the writing
 * @param plain without
 */
record Grounds(GrayU8 seen, GrayU8 plain) {
    static final int LONGEST = 800;
    private static final int THIN = 6;
    private static final double SMOOTH = 1.2;

    static Grounds of(Planes photo) {
        GrayU8 seen = photo.grey(LONGEST);
        stretch(seen);
        GrayU8 plain = extreme(extreme(seen, THIN, true), THIN, false);
        return new Grounds(seen, GBlurImageOps.gaussian(plain, null, SMOOTH, -1, null));
    }

    private static void stretch(GrayU8 image) {
        int[] levels = new int[256];
        ImageStatistics.histogram(image, 0, levels);
        int total = image.width * image.height;
        int dark = level(levels, total * 0.01);
        int bright = Math.max(dark + 20, level(levels, total * 0.99));
        for (int i = 0; i < total; i++) {
            int value = ((image.data[i] & 0xff) - dark) * 255 / (bright - dark);
            image.data[i] = (byte) Math.max(0, Math.min(255, value));
        }
    }

    private static int level(int[] levels, double count) {
        int level = 0;
        for (double sum = levels[0]; sum < count && level < 255; level++) {
            sum += levels[level + 1];
        }
        return level;
    }

    /** The brightest, or the darkest, of the square around each pixel. */
    static GrayU8 extreme(GrayU8 image, int radius, boolean brightest) {
        GrayU8 rows = image.createSameShape();
        GrayU8 whole = image.createSameShape();
        for (int y = 0; y < image.height; y++) {
            line(image.data, rows.data, y * image.width, 1, image.width, radius, brightest);
        }
        for (int x = 0; x < image.width; x++) {
            line(rows.data, whole.data, x, image.width, image.height, radius, brightest);
        }
        return whole;
    }

    private static void line(byte[] from, byte[] to, int start, int step, int count, int radius, boolean brightest) {
        for (int i = 0; i < count; i++) {
            int best = from[start + i * step] & 0xff;
            for (int j = Math.max(0, i - radius); j <= Math.min(count - 1, i + radius); j++) {
                int value = from[start + j * step] & 0xff;
                best = brightest ? Math.max(best, value) : Math.min(best, value);
            }
            to[start + i * step] = (byte) best;
        }
    }

    int width() {
        return plain.width;
    }

    int height() {
        return plain.height;
    }

    boolean holds(double x, double y) {
        return x >= 0 && y >= 0 && x < plain.width && y < plain.height;
    }

    int plainAt(double x, double y) {
        return plain.data[(int) y * plain.width + (int) x] & 0xff;
    }

    /** Something dark and thin on something bright. */
    boolean hasInk(int x, int y) {
        int at = y * seen.width + x;
        return (plain.data[at] & 0xff) - (seen.data[at] & 0xff) > 40;
    }
}
