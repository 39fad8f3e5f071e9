package cn.tuanwu.photo;

import georegression.struct.point.Point2D_F64;
import java.util.List;

/**
 * Four corners, clockwise from the left upper one, and the lines between them: top, right, bottom, left.
 *
 * @param corners in pixels
 */
record Quad(List<Point2D_F64> corners, List<Line> sides) {

    /** Null when they don't enclose anything. */
    static Quad of(Line top, Line right, Line bottom, Line left) {
        Point2D_F64 a = top.meets(left);
        Point2D_F64 b = top.meets(right);
        Point2D_F64 c = bottom.meets(right);
        Point2D_F64 d = bottom.meets(left);
        if (a == null || b == null || c == null || d == null) {
            return null;
        }
        Quad quad = new Quad(List.of(a, b, c, d), List.of(top, right, bottom, left));
        return quad.isConvex() ? quad : null;
    }

    /** The same one in a larger copy of the photograph. */
    Quad times(double scale) {
        return new Quad(
                corners.stream()
                        .map(corner -> new Point2D_F64(corner.x * scale, corner.y * scale))
                        .toList(),
                sides.stream()
                        .map(side -> new Line(side.nx(), side.ny(), side.d() * scale, side.frame()))
                        .toList());
    }

    private boolean isConvex() {
        for (int i = 0; i < 4; i++) {
            Point2D_F64 a = corners.get(i);
            Point2D_F64 b = corners.get((i + 1) % 4);
            Point2D_F64 c = corners.get((i + 2) % 4);
            if ((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) <= 0) {
                return false;
            }
        }
        return true;
    }

    double area() {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            Point2D_F64 a = corners.get(i);
            Point2D_F64 b = corners.get((i + 1) % 4);
            sum += a.x * b.y - b.x * a.y;
        }
        return sum / 2;
    }

    double length(int side) {
        return corners.get(side).distance(corners.get((side + 1) % 4));
    }

    double width() {
        return (length(0) + length(2)) / 2;
    }

    double height() {
        return (length(1) + length(3)) / 2;
    }

    /** Where a share of its width and of its height leads to, roughly: as if it were flat. */
    Point2D_F64 at(double across, double down) {
        Point2D_F64 a = corners.get(0);
        Point2D_F64 b = corners.get(1);
        Point2D_F64 c = corners.get(2);
        Point2D_F64 d = corners.get(3);
        double x = (a.x * (1 - across) + b.x * across) * (1 - down) + (d.x * (1 - across) + c.x * across) * down;
        double y = (a.y * (1 - across) + b.y * across) * (1 - down) + (d.y * (1 - across) + c.y * across) * down;
        return new Point2D_F64(x, y);
    }
}
