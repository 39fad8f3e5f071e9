package cn.tuanwu.photo;

import georegression.struct.point.Point2D_F64;

/** Whether a page goes on where the photograph ends. A page cropped to its very edges has a blank margin there. */
final class CutOff {
    private static final double CORNER = 0.012;
    private static final double BAND = 0.012;
    private static final double BLANK = 0.004;
    /** What the edges must show in their mean, or nobody knows what is paper and what is desk. */
    private static final double CLEAR = 0.7;

    /** Where some edges are the picture's own, the others must be beyond doubt. */
    private static final double CLEARER = 0.85;

    private static final double LEAST = 0.6;

    private static final double A4 = Math.sqrt(2);
    private static final double LESS_THAN_A_PAGE = 0.1;

    private final Grounds grounds;
    private final PageSearch.Found found;

    private CutOff(Grounds grounds, PageSearch.Found found) {
        this.grounds = grounds;
        this.found = found;
    }

    static boolean is(Grounds grounds, PageSearch.Found found) {
        CutOff look = new CutOff(grounds, found);
        int ends = 0;
        double seen = 0;
        double weakest = 1;
        for (int side = 0; side < 4; side++) {
            if (found.sides().get(side).outside() == 1) {
                ends++;
                if (look.isWritten(side)) {
                    return true;
                }
            } else {
                seen += found.sides().get(side).support();
                weakest = Math.min(weakest, found.sides().get(side).support());
            }
        }
        boolean guessed = weakest < LEAST || seen < (ends == 0 ? CLEAR : CLEARER) * (4 - ends);
        return guessed || look.lacksACorner() || ends > 0 && ends < 4 && look.isNoWholePage();
    }

    private boolean lacksACorner() {
        double most = CORNER * Math.hypot(grounds.width(), grounds.height());
        for (Point2D_F64 corner : found.quad().corners()) {
            if (corner.x < -most
                    || corner.y < -most
                    || corner.x > grounds.width() + most
                    || corner.y > grounds.height() + most) {
                return true;
            }
        }
        return false;
    }

    /** Some edges are seen and others aren't: then its proportion tells. */
    private boolean isNoWholePage() {
        double proportion = found.quad().width() / found.quad().height();
        double longer = Math.max(proportion, 1 / proportion);
        return Math.abs(longer / A4 - 1) > LESS_THAN_A_PAGE;
    }

    /** Whether there is writing, or anything but blank paper, along this end of the photograph. */
    private boolean isWritten(int side) {
        boolean lies = side % 2 == 0;
        int length = lies ? grounds.width() : grounds.height();
        int depth = (int) Math.max(3, BAND * Math.min(grounds.width(), grounds.height()));
        int ink = 0;
        for (int i = 0; i < length; i++) {
            for (int j = 1; j <= depth; j++) {
                int away = side == 1 || side == 2 ? (lies ? grounds.height() : grounds.width()) - 1 - j : j;
                ink += grounds.hasInk(lies ? i : away, lies ? away : i) ? 1 : 0;
            }
        }
        return ink > BLANK * length * depth;
    }
}
