package cn.tuanwu.photo;

import boofcv.abst.feature.detect.line.DetectLine;
import boofcv.factory.feature.detect.line.ConfigHoughGradient;
import boofcv.factory.feature.detect.line.ConfigParamPolar;
import boofcv.factory.feature.detect.line.FactoryDetectLine;
import boofcv.struct.image.GrayU8;
import georegression.struct.line.LineParametric2D_F32;
import georegression.struct.point.Point2D_F64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks for the paper: of all quads that straight lines of the photograph make, the one most like a sheet on a desk. */
final class PageSearch {
    private static final int MOST_LINES = 40;
    private static final double SMALLEST = 0.2;
    /** How steep an edge is at least: first those of a sheet on a dark desk, then, if need be, white on white. */
    private static final float[] EDGES = {10, 5};

    private static final double CERTAIN = 0.97;

    private final Grounds grounds;
    private Found best;

    private PageSearch(Grounds grounds) {
        this.grounds = grounds;
    }

    /** There is always one: at least the photograph itself. */
    static Found in(Grounds grounds) {
        PageSearch search = new PageSearch(grounds);
        for (int i = 0; i < EDGES.length && (search.best == null || search.best.worth() < CERTAIN); i++) {
            search.tryAll(search.lines(EDGES[i]));
        }
        return search.best;
    }

    private void tryAll(List<Line> lines) {
        List<Line> lying = lines.stream().filter(Line::lies).toList();
        List<Line> standing = lines.stream().filter(line -> !line.lies()).toList();
        for (Line top : lying) {
            for (Line bottom : lying) {
                if (farApart(top, bottom)) {
                    tryAll(top, bottom, standing);
                }
            }
        }
    }

    private void tryAll(Line top, Line bottom, List<Line> standing) {
        for (Line left : standing) {
            for (Line right : standing) {
                if (farApart(left, right)) {
                    consider(Quad.of(top, right, bottom, left));
                }
            }
        }
    }

    /** The second one comes after the first, by at least a third of the photograph, in its middle. */
    private boolean farApart(Line first, Line second) {
        double x = grounds.width() / 2.0;
        double y = grounds.height() / 2.0;
        return first.lies()
                ? (second.d() - second.nx() * x) / second.ny() - (first.d() - first.nx() * x) / first.ny()
                        > grounds.height() * 0.3
                : (second.d() - second.ny() * y) / second.nx() - (first.d() - first.ny() * y) / first.nx()
                        > grounds.width() * 0.3;
    }

    private List<Line> lines(float edge) {
        ConfigHoughGradient config = new ConfigHoughGradient(2, 12, 5, edge, MOST_LINES);
        config.mergeAngle = Math.PI * 0.01;
        config.mergeDistance = 4;
        DetectLine<GrayU8> hough = FactoryDetectLine.houghLinePolar(config, new ConfigParamPolar(2, 180), GrayU8.class);
        List<Line> lines = new ArrayList<>();
        for (LineParametric2D_F32 line : hough.detect(grounds.plain())) {
            Point2D_F64 a = new Point2D_F64(line.p.x, line.p.y);
            lines.add(Line.through(a, new Point2D_F64(a.x + line.slope.x, a.y + line.slope.y), false));
        }
        double right = grounds.width() - 1.0;
        double bottom = grounds.height() - 1.0;
        lines.add(new Line(0, 1, 0, true));
        lines.add(new Line(1, 0, right, true));
        lines.add(new Line(0, 1, bottom, true));
        lines.add(new Line(1, 0, 0, true));
        return lines;
    }

    private void consider(Quad quad) {
        double whole = grounds.width() * (double) grounds.height();
        if (quad == null || quad.area() < SMALLEST * whole || isAbsurd(quad)) {
            return;
        }
        List<Side> sides = new ArrayList<>();
        double support = 0;
        for (int i = 0; i < 4; i++) {
            sides.add(Side.of(grounds, quad, i));
            support += sides.get(i).support() / 4;
        }
        double most = support + 0.1 * quad.area() / whole;
        if (best == null || most > best.worth()) {
            double worth = most * (0.5 + 0.5 * evenness(quad));
            if (best == null || worth > best.worth()) {
                best = new Found(quad, sides, worth);
            }
        }
    }

    /** No sheet is seen so much askew. */
    private static boolean isAbsurd(Quad quad) {
        return quad.length(0) > 2 * quad.length(2)
                || quad.length(2) > 2 * quad.length(0)
                || quad.length(1) > 2 * quad.length(3)
                || quad.length(3) > 2 * quad.length(1);
    }

    /** How much of it is about as bright as its bright places: paper is, paper and desk together are not. */
    private double evenness(Quad quad) {
        int[] levels = new int[256];
        for (int i = 0; i < 256; i++) {
            Point2D_F64 at = quad.at((i % 16 + 0.5) / 16, (i / 16 + 0.5) / 16);
            levels[i] = grounds.holds(at.x, at.y) ? grounds.plainAt(at.x, at.y) : 0;
        }
        Arrays.sort(levels);
        double bright = 0.55 * levels[230];
        int even = 0;
        for (int level : levels) {
            even += level > bright ? 1 : 0;
        }
        return even / 256.0;
    }

    /**
     * @param sides what speaks for each: top, right, bottom, left
     * @param worth to compare with others of the same photograph
     */
    record Found(Quad quad, List<Side> sides, double worth) {}
}
