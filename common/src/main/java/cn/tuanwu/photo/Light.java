package cn.tuanwu.photo;

import boofcv.alg.filter.blur.GBlurImageOps;
import boofcv.struct.image.GrayU8;

/** How a page is lit: what the bare paper would look like everywhere, in a coarse grid. Writing and pictures are paper, too. */
final class Light {
    private static final int ACROSS = 40;
    /** An identity photograph is dark and this many cells wide at most; a shadow is wider. */
    private static final int PICTURE = 5;

    private static final double BARE = 0.85;
    /** Below this share of the paper it is black, above that one it is white. */
    private static final double BLACK = 0.08;

    private static final double WHITE = 0.94;

    private final Planes page;
    private final double cell;
    private final GrayU8[] bare = new GrayU8[3];

    private Light(Planes page) {
        this.page = page;
        this.cell = Math.min(page.width(), page.height()) / (double) ACROSS;
    }

    static Light on(Planes page) {
        Light light = new Light(page);
        for (int band = 0; band < 3; band++) {
            light.bare[band] = light.bare(page.planar().bands[band]);
        }
        return light;
    }

    private GrayU8 bare(GrayU8 band) {
        GrayU8 grid = new GrayU8((int) Math.ceil(page.width() / cell), (int) Math.ceil(page.height() / cell));
        for (int y = 0; y < grid.height; y++) {
            for (int x = 0; x < grid.width; x++) {
                grid.data[y * grid.width + x] = (byte) bright(band, x, y);
            }
        }
        GrayU8 closed = Grounds.extreme(Grounds.extreme(grid, PICTURE, true), PICTURE, false);
        return GBlurImageOps.gaussian(closed, null, 1.0, -1, null);
    }

    private int bright(GrayU8 band, int cellX, int cellY) {
        int[] levels = new int[256];
        int right = Math.min(page.width(), (int) ((cellX + 1) * cell));
        int bottom = Math.min(page.height(), (int) ((cellY + 1) * cell));
        int count = 0;
        for (int y = (int) (cellY * cell); y < bottom; y++) {
            for (int x = (int) (cellX * cell); x < right; x++) {
                levels[band.data[y * band.stride + x] & 0xff]++;
                count++;
            }
        }
        int level = 0;
        for (int sum = levels[0]; sum < count * BARE && level < 255; level++) {
            sum += levels[level + 1];
        }
        return level;
    }

    /** Of the paper where little light falls on it, 0 to 1. */
    double brightness() {
        int[] levels = new int[256];
        int count = bare[1].width * bare[1].height;
        for (int i = 0; i < count; i++) {
            levels[bare[1].data[i] & 0xff]++;
        }
        int level = 0;
        for (int sum = levels[0]; sum < count * 0.1; level++) {
            sum += levels[level + 1];
        }
        return level / 255.0;
    }

    /** The page as if the light were white and the same everywhere. */
    Planes evened() {
        Planes evened = new Planes(page.width(), page.height());
        for (int band = 0; band < 3; band++) {
            for (int y = 0; y < page.height(); y++) {
                even(page.planar().bands[band], evened.planar().bands[band], bare[band], y);
            }
        }
        return evened;
    }

    private void even(GrayU8 from, GrayU8 to, GrayU8 grid, int y) {
        double gridY = Math.max(0, Math.min(grid.height - 1.001, (y + 0.5) / cell - 0.5));
        int top = (int) gridY * grid.width;
        int bottom = top + (grid.height > 1 ? grid.width : 0);
        double down = gridY - (int) gridY;
        for (int x = 0; x < from.width; x++) {
            double gridX = Math.max(0, Math.min(grid.width - 1.001, (x + 0.5) / cell - 0.5));
            int left = (int) gridX;
            double across = gridX - left;
            double upper = (grid.data[top + left] & 0xff) * (1 - across) + (grid.data[top + left + 1] & 0xff) * across;
            double lower =
                    (grid.data[bottom + left] & 0xff) * (1 - across) + (grid.data[bottom + left + 1] & 0xff) * across;
            double paper = Math.max(1, upper * (1 - down) + lower * down);
            double share = ((from.data[y * from.stride + x] & 0xff) / paper - BLACK) / (WHITE - BLACK);
            to.data[y * to.stride + x] = (byte) Math.max(0, Math.min(255, Math.round(share * 255)));
        }
    }
}
