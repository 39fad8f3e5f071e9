package cn.tuanwu.photo;

import georegression.struct.point.Point2D_F64;

/**
 * How much speaks for one side of a quad being an edge of paper: along most of its length the paper is brighter than what
 * lies behind it (or, seldom, darker).
 *
 * @param support 0 to 1
 * @param outside how much of it is not in the photograph, 0 to 1
 */
record Side(double support, double outside) {
    /** Neither for nor against: the photograph ends here. */
    private static final double UNKNOWN = 0.45;

    private static final int SAMPLES = 48;
    private static final int STEP = 4;
    private static final int[] AWAY = {3, 5, 7};
    /** An even darker desk is usual, a brighter one is not. */
    private static final double UNUSUAL = 0.8;

    static Side of(Grounds grounds, Quad quad, int side) {
        Line line = quad.sides().get(side);
        Point2D_F64 a = quad.corners().get(side);
        Point2D_F64 b = quad.corners().get((side + 1) % 4);
        Point2D_F64 middle = quad.at(0.5, 0.5);
        double inward = line.nx() * middle.x + line.ny() * middle.y > line.d() ? 1 : -1;
        int brighter = 0;
        int darker = 0;
        int seen = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double share = 0.03 + 0.94 * i / (SAMPLES - 1);
            double x = a.x + (b.x - a.x) * share;
            double y = a.y + (b.y - a.y) * share;
            int rise = rise(grounds, x, y, line.nx() * inward, line.ny() * inward);
            seen += rise == Integer.MIN_VALUE ? 0 : 1;
            brighter += rise > STEP ? 1 : 0;
            darker += rise != Integer.MIN_VALUE && rise < -STEP ? 1 : 0;
        }
        double outside = 1 - seen / (double) SAMPLES;
        if (line.frame() || outside > 0.5) {
            return new Side(UNKNOWN, 1);
        }
        return new Side(Math.max(brighter, UNUSUAL * darker) / seen, outside);
    }

    /** From outside to inside; the least number where one of both can't be seen. */
    private static int rise(Grounds grounds, double x, double y, double nx, double ny) {
        int rise = 0;
        for (int away : AWAY) {
            double inX = x + nx * away;
            double inY = y + ny * away;
            double outX = x - nx * away;
            double outY = y - ny * away;
            if (!grounds.holds(inX, inY) || !grounds.holds(outX, outY)) {
                return Integer.MIN_VALUE;
            }
            rise += grounds.plainAt(inX, inY) - grounds.plainAt(outX, outY);
        }
        return rise / AWAY.length;
    }
}
