package cn.tuanwu.photo;

/**
 * How one photograph is taken.
 *
 * @param width of the photograph, in pixels; it is four by three, upright
 * @param fill the page's height as a share of the photograph's
 * @param turn of the page, in degrees
 * @param tiltX how much nearer the right edge is than the left, as a share
 * @param tiltY how much nearer the lower edge is than the upper
 * @param shiftX the page's middle, off the photograph's, as a share of its width
 * @param shiftY likewise of its height
 * @param blur of a lens out of focus, in hundredths of the page's width (standard deviation)
 * @param shake of a hand: how far the camera moved, in hundredths of the page's width
 * @param light 1 is a bright room, 0.1 is night
 * @param shadow how much darker the darkest place is, as a share
 * @param noise of the sensor, in levels of 255
 */
record Shot(
        int page,
        int width,
        Desk desk,
        double fill,
        double turn,
        double tiltX,
        double tiltY,
        double shiftX,
        double shiftY,
        double blur,
        double shake,
        double light,
        double shadow,
        double noise,
        long seed) {

    /** What lies under the page. */
    enum Desk {
        WOOD,
        DARK,
        PALE,
        CROWDED,
        BRIGHTER
    }

    /** A good one. */
    static Shot of(int page) {
        return new Shot(page, 1500, Desk.WOOD, 0.86, 2, 0.03, 0.05, 0, 0, 0.03, 0, 0.95, 0.25, 3, 7);
    }

    Shot wide(int pixels) {
        return new Shot(
                page, pixels, desk, fill, turn, tiltX, tiltY, shiftX, shiftY, blur, shake, light, shadow, noise, seed);
    }

    Shot on(Desk other) {
        return new Shot(
                page, width, other, fill, turn, tiltX, tiltY, shiftX, shiftY, blur, shake, light, shadow, noise, seed);
    }

    Shot filling(double share) {
        return new Shot(
                page, width, desk, share, turn, tiltX, tiltY, shiftX, shiftY, blur, shake, light, shadow, noise, seed);
    }

    Shot turned(double degrees) {
        return new Shot(
                page, width, desk, fill, degrees, tiltX, tiltY, shiftX, shiftY, blur, shake, light, shadow, noise,
                seed);
    }

    Shot tilted(double x, double y) {
        return new Shot(page, width, desk, fill, turn, x, y, shiftX, shiftY, blur, shake, light, shadow, noise, seed);
    }

    Shot shifted(double x, double y) {
        return new Shot(page, width, desk, fill, turn, tiltX, tiltY, x, y, blur, shake, light, shadow, noise, seed);
    }

    Shot blurred(double hundredths) {
        return new Shot(
                page,
                width,
                desk,
                fill,
                turn,
                tiltX,
                tiltY,
                shiftX,
                shiftY,
                hundredths,
                shake,
                light,
                shadow,
                noise,
                seed);
    }

    Shot shaken(double hundredths) {
        return new Shot(
                page,
                width,
                desk,
                fill,
                turn,
                tiltX,
                tiltY,
                shiftX,
                shiftY,
                blur,
                hundredths,
                light,
                shadow,
                noise,
                seed);
    }

    Shot lit(double share) {
        return new Shot(
                page, width, desk, fill, turn, tiltX, tiltY, shiftX, shiftY, blur, shake, share, shadow, noise, seed);
    }

    Shot shadowed(double share) {
        return new Shot(
                page, width, desk, fill, turn, tiltX, tiltY, shiftX, shiftY, blur, shake, light, share, noise, seed);
    }

    Shot noisy(double levels) {
        return new Shot(
                page, width, desk, fill, turn, tiltX, tiltY, shiftX, shiftY, blur, shake, light, shadow, levels, seed);
    }

    Shot seeded(long other) {
        return new Shot(
                page, width, desk, fill, turn, tiltX, tiltY, shiftX, shiftY, blur, shake, light, shadow, noise, other);
    }
}
