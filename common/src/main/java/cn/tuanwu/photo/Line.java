package cn.tuanwu.photo;

import georegression.struct.point.Point2D_F64;

/**
 * A straight line: all points with {@code nx * x + ny * y = d}, the normal of length one.
 *
 * @param frame whether it is the photograph's own edge
 */
record Line(double nx, double ny, double d, boolean frame) {

    static Line through(Point2D_F64 a, Point2D_F64 b, boolean frame) {
        double length = a.distance(b);
        double nx = (b.y - a.y) / length;
        double ny = (a.x - b.x) / length;
        return new Line(nx, ny, nx * a.x + ny * a.y, frame);
    }

    /** Whether it runs from left to right rather than from top to bottom. */
    boolean lies() {
        return Math.abs(ny) >= Math.abs(nx);
    }

    /** Null for parallel ones. */
    Point2D_F64 meets(Line other) {
        double across = nx * other.ny - ny * other.nx;
        return Math.abs(across) < 1e-6
                ? null
                : new Point2D_F64((d * other.ny - ny * other.d) / across, (nx * other.d - d * other.nx) / across);
    }
}
