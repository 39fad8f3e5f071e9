package cn.tuanwu.photo;

import georegression.struct.point.Point2D_F64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Moves the sides of a quad to where the brightness really changes, each by the points that agree with one another. */
final class Refinement {
    private static final int SAMPLES = 80;
    private static final int REACH = 5;
    private static final int ROUNDS = 4;
    private static final double WEAKEST = 3;

    private final Grounds grounds;

    Refinement(Grounds grounds) {
        this.grounds = grounds;
    }

    PageSearch.Found of(PageSearch.Found found) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Line line = found.quad().sides().get(i);
            lines.add(line.frame() ? line : fitted(line, edge(found.quad(), i)));
        }
        Quad quad = Quad.of(lines.get(0), lines.get(1), lines.get(2), lines.get(3));
        return quad == null ? found : new PageSearch.Found(quad, found.sides(), found.worth());
    }

    private List<Point2D_F64> edge(Quad quad, int side) {
        Line line = quad.sides().get(side);
        Point2D_F64 a = quad.corners().get(side);
        Point2D_F64 b = quad.corners().get((side + 1) % 4);
        List<Point2D_F64> points = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            double share = 0.02 + 0.96 * i / (SAMPLES - 1);
            double x = a.x + (b.x - a.x) * share;
            double y = a.y + (b.y - a.y) * share;
            double best = WEAKEST;
            double at = Double.NaN;
            for (double away = -REACH; away <= REACH; away += 0.5) {
                double change = Math.abs(change(x + line.nx() * away, y + line.ny() * away, line));
                if (change > best) {
                    best = change;
                    at = away;
                }
            }
            if (!Double.isNaN(at)) {
                points.add(new Point2D_F64(x + line.nx() * at, y + line.ny() * at));
            }
        }
        return points;
    }

    private double change(double x, double y, Line line) {
        double beforeX = x - 1.5 * line.nx();
        double beforeY = y - 1.5 * line.ny();
        double behindX = x + 1.5 * line.nx();
        double behindY = y + 1.5 * line.ny();
        return grounds.holds(beforeX, beforeY) && grounds.holds(behindX, behindY)
                ? level(behindX, behindY) - level(beforeX, beforeY)
                : 0;
    }

    private double level(double x, double y) {
        int left = (int) Math.min(x, grounds.width() - 2.0);
        int top = (int) Math.min(y, grounds.height() - 2.0);
        double fx = x - left;
        double fy = y - top;
        double upper = grounds.plainAt(left, top) * (1 - fx) + grounds.plainAt(left + 1.0, top) * fx;
        double lower = grounds.plainAt(left, top + 1.0) * (1 - fx) + grounds.plainAt(left + 1.0, top + 1.0) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    /** Least squares, again and again without the farthest quarter. */
    private static Line fitted(Line first, List<Point2D_F64> points) {
        Line line = first;
        List<Point2D_F64> kept = points;
        for (int round = 0; round < ROUNDS && kept.size() >= SAMPLES / 4; round++) {
            line = through(kept);
            Line now = line;
            kept = kept.stream()
                    .sorted(Comparator.comparingDouble(
                            point -> Math.abs(now.nx() * point.x + now.ny() * point.y - now.d())))
                    .limit(Math.max(kept.size() * 3L / 4, SAMPLES / 4))
                    .toList();
        }
        return line;
    }

    private static Line through(List<Point2D_F64> points) {
        double x = points.stream().mapToDouble(point -> point.x).average().orElseThrow();
        double y = points.stream().mapToDouble(point -> point.y).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Point2D_F64 point : points) {
            xx += (point.x - x) * (point.x - x);
            xy += (point.x - x) * (point.y - y);
            yy += (point.y - y) * (point.y - y);
        }
        double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
        return Line.through(new Point2D_F64(x, y), new Point2D_F64(x + Math.cos(angle), y + Math.sin(angle)), false);
    }
}
