package cn.tuanwu.photo;

import boofcv.abst.distort.FDistort;
import boofcv.alg.distort.PointTransformHomography_F32;
import boofcv.alg.geo.h.HomographyDirectLinearTransform;
import boofcv.alg.interpolate.InterpolationType;
import boofcv.struct.border.BorderType;
import boofcv.struct.geo.AssociatedPair;
import georegression.struct.point.Point2D_F64;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/** Draws a quad of a photograph as the rectangle it is seen from. */
final class Straightening {
    static final int LONGEST_SIDE = 2300;
    private static final double A4 = Math.sqrt(2);
    /** Seen askew, the sides tell their proportion only roughly. */
    private static final double ROUGHLY = 0.15;
    /** So much is cut off at each edge: what lies under the paper shimmers through there. */
    private static final double RIM = 0.004;

    private Straightening() {}

    static Planes of(Planes photo, Quad quad) {
        double[] size = size(quad);
        Planes page = new Planes((int) Math.round(size[0]), (int) Math.round(size[1]));
        new FDistort(photo.planar(), page.planar())
                .interp(InterpolationType.BILINEAR)
                .border(BorderType.EXTENDED)
                .transform(new PointTransformHomography_F32(fromPage(page, quad)))
                .apply();
        return page;
    }

    private static double[] size(Quad quad) {
        double width = quad.width();
        double height = quad.height();
        double longer = Math.max(width, height);
        double shorter = Math.min(width, height);
        if (Math.abs(longer / shorter / A4 - 1) < ROUGHLY) {
            shorter = longer / A4;
        }
        double scale = Math.min(1, LONGEST_SIDE / longer);
        return width > height
                ? new double[] {longer * scale, shorter * scale}
                : new double[] {shorter * scale, longer * scale};
    }

    private static FMatrixRMaj fromPage(Planes page, Quad quad) {
        double[][] ends = {{RIM, RIM}, {1 - RIM, RIM}, {1 - RIM, 1 - RIM}, {RIM, 1 - RIM}};
        double[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        List<AssociatedPair> pairs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Point2D_F64 end = quad.at(ends[i][0], ends[i][1]);
            pairs.add(new AssociatedPair(
                    corners[i][0] * (page.width() - 1), corners[i][1] * (page.height() - 1), end.x, end.y));
        }
        DMatrixRMaj matrix = new DMatrixRMaj(3, 3);
        if (!new HomographyDirectLinearTransform(true).process(pairs, matrix)) {
            throw new IllegalStateException("four corners of a convex quad have no perspective");
        }
        FMatrixRMaj single = new FMatrixRMaj(3, 3);
        for (int i = 0; i < 9; i++) {
            single.data[i] = (float) matrix.data[i];
        }
        return single;
    }
}
